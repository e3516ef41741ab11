#!/usr/bin/env python3
"""An agent for detente, as a program: an example to begin with.

It plays tit for tat that forgives each third alarm. Change `choose` and try it:

    detente run two-powers --set agents.us.strategy=mine

One line comes in, as JSON; where it asks for a move, one line goes out. What
is printed for yourself goes to stderr: print(..., file=sys.stderr).
The messages are explained in detente-agent(5).
"""
import json
import sys


class Mine:
    def start(self, game):
        """A run begins. game["payoffs"]["race"][k]: what RACE pays when k
        others race; game["seed"]: a number of this run to draw from."""
        self.alarms = 0
        self.answer = "pause"

    def choose(self, question):
        """"pause" or "race" for round question["round"]."""
        return self.answer

    def saw(self, news):
        """What came of a round: news["raced"], the others seen racing, may be
        wrong; news["payoff"] is what was paid."""
        self.answer = "pause"
        if news["raced"]:
            self.alarms += 1
            if self.alarms % 3 != 0:
                self.answer = "race"


def main():
    mine = Mine()
    for line in sys.stdin:
        message = json.loads(line)
        if message["type"] == "start":
            mine.start(message)
        elif message["type"] == "saw":
            mine.saw(message)
        elif message["type"] == "move":
            print(json.dumps({"move": mine.choose(message)}), flush=True)


if __name__ == "__main__":
    main()
