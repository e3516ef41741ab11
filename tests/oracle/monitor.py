"""Miss and false-alarm rates of a treaty's channels, and what they come to."""
from math import comb, prod
from statistics import NormalDist


def channel_rates(channel):
    """(miss, false alarm) of one channel, its coverage taken in."""
    if "sample" in channel:
        miss, false = _sample(channel["sample"])
    elif "measure" in channel:
        miss, false = _measure(channel["measure"])
    elif "tips" in channel:
        tips = channel["tips"]
        miss = (1 - tips["chance"]) ** tips["staff"]
        false = tips["false_alarm"]
    else:
        miss, false = channel.get("miss", 0), channel.get("false_alarm", 0)
    return 1 - channel["coverage"] * (1 - miss), false


def _sample(s):
    bad, clean = 1 - s["detect"], 1 - s["false_alarm"]
    items, hidden, drawn = s["items"], s["hidden"], s["inspected"]
    miss = sum(comb(hidden, j) * comb(items - hidden, drawn - j)
               / comb(items, drawn) * bad ** j * clean ** (drawn - j)
               for j in range(max(0, drawn - items + hidden),
                              min(hidden, drawn) + 1))
    return miss, 1 - clean ** drawn


def _measure(m):
    if m["false_alarm"] <= 0:
        return 1.0, 0.0
    if m["false_alarm"] >= 1:
        return 0.0, 1.0
    normal = NormalDist()
    threshold = normal.inv_cdf(1 - m["false_alarm"])
    return normal.cdf(threshold - m["separation"]), m["false_alarm"]


class Monitoring:
    """rates[blind][visibility] = (miss, false alarm); blind is one draw a
    round for all: every common channel of every agent and visibility."""

    def __init__(self, monitoring):
        channels = list(monitoring.get("channels", {}).values())
        self.blind = monitoring["common_mode"]
        if not any(c["common"] for c in channels):
            self.blind = 0.0
        self.accusers = monitoring["accusers"]
        self.cost = monitoring["cost"] + sum(c["cost"] for c in channels)
        self.rates = []
        for blind in (False, True):
            row = {}
            for visibility in ("public", "private"):
                use = [channel_rates(c) for c in channels
                       if c["visibility"] == visibility
                       and not (blind and c["common"])]
                miss = prod(m for m, _ in use)
                false = 1 - prod(1 - f for _, f in use)
                if visibility == "public":
                    miss = monitoring.get("miss", miss)
                    false = monitoring.get("false_alarm", false)
                row[visibility] = (miss, false)
            self.rates.append(row)
        self.detection = self._seen(lambda pair: 1 - pair[0])
        self.false_alarm = self._seen(lambda pair: pair[1])

    def _seen(self, chance):
        """The chance that an observer sees a race, in public or alone."""
        total = 0.0
        for weight, row in ((1 - self.blind, self.rates[0]),
                            (self.blind, self.rates[1])):
            unseen = prod(1 - chance(row[v]) for v in ("public", "private"))
            total += weight * (1 - unseen)
        return total
