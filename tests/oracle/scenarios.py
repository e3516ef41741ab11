"""Random scenarios over all features of a treaty, as text that detente reads.

A file is JSON, which is YAML in braces and quotes. Chances are drawn from
short lists that hold 0 and 1, so that rules meet their ends often. `size`
says how many coins a round may toss: small ones get an exact chain.
"""
import json

STRATEGIES = (
    "always-pause always-race alternator comply conditional-pauser "
    "contrite-tit-for-tat deceiver generous-tit-for-tat good-faith grim "
    "grim-memory-one leaver random soft-grudger suspicious-tit-for-tat "
    "tit-for-tat tit-for-two-tats two-tits-for-tat win-stay-lose-shift "
    "all-or-none extortioner grim-two").split()
FLAGS = "flagged raced party open in_force suspended ended".split()


class Drawer:
    """Draws a scenario; random is a random.Random."""

    def __init__(self, random):
        self.random = random

    def chance(self, *choices):
        return self.random.choice(choices)

    def often(self, share):
        return self.random.random() < share

    def scenario(self, name):
        count = self.random.choice((2, 2, 2, 2, 3, 3, 4, 5))
        names = ["a%d" % i for i in range(count)]
        agents = self.agents(names)
        file = {"scenario": name, "agents": agents,
                "payoffs": self.payoffs(count)}
        treaty = self.often(0.88)
        if treaty:
            file["treaty"] = self.treaty(names)
        file["noise"] = self.noise(count)
        file["enforcement"] = self.chance(0, 0.5, 0.5, 1)
        file["rounds"] = self.random.randint(1, 14 if count < 4 else 8)
        if self.often(0.3):
            file["continuation"] = self.chance(0.5, 0.7, 0.8, 0.9)
            if self.often(0.4) and count == 2:
                file["rounds"] = 0
                file["continuation"] = self.chance(0.3, 0.5, 0.6)
        return file

    def agents(self, names):
        agents = {}
        nations = [n for n in names if self.often(0.3)]
        for name in names:
            agent = {"strategy": self.strategy()}
            if name in nations:
                agent["kind"] = "nation"
                if self.often(0.3):
                    agent["enforcement"] = self.chance(0, 0.4, 1)
            elif nations and self.often(0.7):
                agent["host"] = self.random.choice(nations)
            if self.often(0.25):
                agent["joins"] = self.chance(1, 2, 2, 3, 4, 4, 0)
            if self.often(0.3):
                agent["weight"] = self.chance(0.5, 2, 3)
            if self.often(0.2):
                agent["role"] = "leader"
            agents[name] = agent
        return agents

    def strategy(self):
        if self.often(0.6):
            return self.random.choice(STRATEGIES)
        if self.often(0.4):
            return "comply"
        return self.automaton()

    def automaton(self):
        states = ["s%d" % i for i in range(self.random.randint(1, 3))]
        play = {"strategy": "drawn", "start": self.rules(states), "states": {}}
        if self.often(0.25):
            play["declares"] = "pause"
        for state in states:
            rest = {"play": self.chance("pause", "pause", "race",
                                        {"race": 0.25})}
            if self.often(0.15):
                rest["withdraw"] = True
            rest["next"] = self.rules(states)
            play["states"][state] = rest
        return play

    def rules(self, states):
        rules = [{"when": self.condition(), "to": self.random.choice(states)}
                 for _ in range(self.random.randint(0, 2))]
        last = self.random.choice(states)
        if len(states) > 1 and self.often(0.2):
            last = {states[0]: 0.25, states[1]: 0.75}
        return rules + [{"to": last}]

    def condition(self):
        terms = []
        for _ in range(self.random.randint(1, 3)):
            term = "not " if self.often(0.25) else ""
            if self.often(0.6):
                term += self.random.choice(FLAGS)
            else:
                term += self.random.choice(
                    ("alarms >= 1", "alarms < 2", "alarm_share > 1/2",
                     "alarms == others", "detection >= 0.5",
                     "false_alarm > 0.1", "fine >= 1", "bond > notice",
                     "continuation < 0.75", "alarm_share <= detection"))
            terms.append(term)
        return " and ".join(terms)

    def noise(self, count):
        noise = {}
        if self.often(0.7):
            noise["slip"] = self.chance(0.05, 0.1, 0.3)
        kind = self.random.random()
        if kind < 0.3:
            noise["public"] = {"miss": self.chance(0, 0.2, 1),
                               "false_alarm": self.chance(0, 0.1, 0.5)}
        elif kind < 0.5 and count < 4:
            noise["private"] = {"miss": self.chance(0, 0.2),
                                "false_alarm": self.chance(0.1, 0.3)}
        return noise

    def payoffs(self, count):
        form = self.random.random()
        if form < 0.15:
            return {"payoffs": "drawn", "form": "table",
                    "pause": self.numbers(count), "race": self.numbers(count)}
        if form < 0.25:
            return {"payoffs": "drawn", "form": "normal",
                    "nfg": self.normal(count)}
        if form < 0.35:
            return {"payoffs": "drawn", "form": "dsair",
                    "dsair": {"prize": self.chance(10, 100),
                              "rounds": self.chance(5, 20),
                              "speed": self.chance(1, 1.5, 3),
                              "found_out": self.chance(0, 0.3, 1),
                              "disaster": self.chance(0, 0.4, 1)}}
        payoffs = {"payoffs": "drawn", "form": "matrix",
                   "weighted": self.often(0.3), "matrix": self.matrix()}
        if self.often(0.4):
            payoffs["roles"] = {"leader": self.matrix()}
        return payoffs

    def numbers(self, count):
        return [round(self.random.uniform(-2, 6), 3) for _ in range(count)]

    def matrix(self):
        keys = ("reward", "sucker", "temptation", "punishment")
        return dict(zip(keys, self.numbers(4)))

    def normal(self, count):
        values = " ".join(map(str, self.numbers(count << count)))
        return 'NFG 1 R "drawn" { %s } { %s } %s' % (
            " ".join('"p%d"' % i for i in range(count)),
            " ".join("2" * count), values)

    def treaty(self, names):
        treaty = {"treaty": "drawn"}
        if self.often(0.15):
            treaty["parties"] = self.random.sample(
                names, self.random.randint(1, len(names)))
        if self.often(0.3):
            treaty["obligation"] = {"grace": self.chance(0, 1, 2)}
        treaty["entry"] = self.entry(names)
        treaty["monitoring"] = self.monitoring(len(names))
        treaty["response"] = self.response()
        if self.often(0.5):
            treaty["bond"] = self.chance(0, 1, 4)
        if self.often(0.3):
            treaty["transfers"] = self.transfers(names)
        if self.often(0.3):
            treaty["tariff"] = self.chance(0.5, 1)
        treaty["withdrawal"] = {"allowed": self.often(0.8),
                                "notice": self.chance(0, 0, 1, 2)}
        treaty["duration"] = self.duration()
        return treaty

    def entry(self, names):
        entry = {"parties": self.chance(0, 1, 1, 1, 2)}
        if self.often(0.2):
            entry["weight"] = self.chance(0.3, 0.5)
        if self.often(0.15):
            entry["states"] = [self.random.choice(names)]
        if self.often(0.3):
            entry["delay"] = self.chance(1, 2)
        return entry

    def monitoring(self, count):
        monitoring = {}
        if self.often(0.3):
            monitoring["cost"] = self.chance(0.1, 0.25)
        if self.often(0.3):
            monitoring["accusers"] = self.chance(1, 1, 2)
        if self.often(0.3):
            monitoring["miss"] = self.chance(0, 0.2, 0.5, 1)
        if self.often(0.3):
            monitoring["false_alarm"] = self.chance(0, 0.05, 0.2)
        if self.often(0.3):
            monitoring["common_mode"] = self.chance(0.1, 0.5, 1)
        channels = {}
        for i in range(self.chance(0, 1, 1, 2, 3)):
            channels["c%d" % i] = self.channel(count)
        if channels:
            monitoring["channels"] = channels
        return monitoring

    def channel(self, count):
        channel = {}
        kind = self.random.random()
        if kind < 0.2:
            channel["sample"] = {"items": 20, "hidden": self.chance(1, 5, 20),
                                 "inspected": self.chance(1, 4, 19),
                                 "detect": self.chance(1, 0.7),
                                 "false_alarm": self.chance(0, 0.02)}
        elif kind < 0.35:
            channel["measure"] = {"separation": self.chance(0, 1, 2),
                                  "false_alarm": self.chance(0.05, 0.2)}
        elif kind < 0.5:
            channel["tips"] = {"staff": self.chance(1, 20),
                               "chance": self.chance(0.05, 0.3),
                               "false_alarm": self.chance(0, 0.1)}
        else:
            channel["miss"] = self.chance(0, 0.1, 0.4, 1)
            channel["false_alarm"] = self.chance(0, 0, 0.05, 0.3)
        if self.often(0.2):
            channel["coverage"] = self.chance(0, 0.5, 0.9)
        if self.often(0.3):
            channel["cost"] = self.chance(0.05, 0.2)
        if self.often(0.3 if count < 4 else 0.1):
            channel["visibility"] = "private"
        channel["common"] = self.often(0.5)
        return channel

    def response(self):
        rungs = []
        strikes = 0
        for _ in range(self.chance(0, 1, 1, 2, 3)):
            strikes += self.chance(1, 1, 2)
            rung = {"strikes": strikes, "chance": self.chance(1, 1, 0.6)}
            for key, share, values in (("fine", 0.5, (0.5, 1, 3)),
                                       ("bond", 0.3, (0.5, 1)),
                                       ("suspend", 0.3, (1, 2, 3)),
                                       ("expel", 0.12, (True,)),
                                       ("end", 0.12, (True,))):
                if self.often(share):
                    rung[key] = self.random.choice(values)
            rungs.append(rung)
        response = {"ladder": rungs} if rungs else {}
        if self.often(0.3):
            response["forgive_after"] = self.chance(1, 2, 3)
        if self.often(0.3):
            response["forgive_chance"] = self.chance(0.3, 1)
        response["shared"] = self.often(0.4)
        return response

    def transfers(self, names):
        out = []
        for _ in range(self.chance(1, 2)):
            payer, payee = self.random.sample(names, 2)
            out.append({"from": payer, "to": payee,
                        "amount": self.chance(0.25, 1)})
        return out

    def duration(self):
        duration = {"lapses": self.often(0.3)}
        if self.often(0.3):
            duration["rounds"] = self.chance(1, 2, 4)
            if self.often(0.6):
                duration["renewals"] = self.chance(1, 2)
                duration["renewal_chance"] = self.chance(0.5, 1)
                duration["renewal_rounds"] = self.chance(0, 1, 3)
        return duration


def write(path, file):
    with open(path, "w", encoding="utf-8") as out:
        json.dump(file, out, indent=1)
        out.write("\n")
