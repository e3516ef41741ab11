#!/usr/bin/env python3
"""A negotiator for detente, as a program: an example to begin with.

It wants its best text at first and half of it in the last round, and proposes
what is worth most to it. Try it against another:

    detente negotiate two-powers --menu-set parties.us.negotiator=haggler

One line comes in, as JSON; where it is asked, one line goes out. What is printed
for yourself goes to stderr. The messages are explained in detente-agent(5).
"""
import json
import sys


class Haggler:
    def start(self, talks):
        """talks["texts"]: each with its name, what it gains and is worth to
        you (1 is your best), and whether you refuse it."""
        self.last = max(talks["deadline"] - 1, 1)
        self.worth = {t["text"]: t["worth"] for t in talks["texts"]
                      if t["open"] and not t["refused"]}

    def wants(self, round_):
        return 1 - 0.5 * (round_ - 1) / self.last

    def propose(self, question):
        """The name of a text, or None to pass."""
        good = [t for t, w in self.worth.items() if w >= 0]
        best = max(good, key=self.worth.get, default=None)
        return {"pass": True} if best is None else {"propose": best}

    def answer(self, question):
        worth = self.worth.get(question["text"], -1)
        return {"accept": worth >= self.wants(question["round"])}

    def said(self, news):
        """What anybody said: news["party"], news["what"], news["text"]."""


def main():
    mine = Haggler()
    for line in sys.stdin:
        message = json.loads(line)
        if message["type"] == "start":
            mine.start(message)
        elif message["type"] == "said":
            mine.said(message)
        elif message["type"] in ("propose", "answer"):
            reply = getattr(mine, message["type"])(message)
            print(json.dumps(reply), flush=True)


if __name__ == "__main__":
    main()
