/* term_model: words of the model; see term.h. */
#include "words/term.h"

const struct dt_term dt_term_model[] = {
	{ "agent",
	    "A lab or a nation that decides. A lab may have a host nation.",
	    "detente-model(7)" },
	{ "alarm",
	    "A signal that says that somebody raced. It may err: see miss and "
	    "false alarm.",
	    "detente-model(7)" },
	{ "attribution",
	    "Knowing whose alarm it is. Without it all must answer an alarm; "
	    "with it one pays.",
	    "detente-solve-treaties(1)" },
	{ "bond",
	    "Money that a party lays down at entry and loses by a finding.",
	    "detente-model(7)" },
	{ "breach",
	    "RACE executed by a party that is bound, seen or not.",
	    "detente-model(7)" },
	{ "channel",
	    "One way in which a treaty looks: inspections, satellites, "
	    "reports. Each has its miss, its false alarm and its cost.",
	    "detente-model(7)" },
	{ "commit and reveal",
	    "All seal their moves before any is opened, so that nobody can "
	    "wait for the others: simultaneity without trust.",
	    "detente-evidence(7)" },
	{ "common mode",
	    "A disturbance that raises the alarms about several agents at "
	    "once.",
	    "detente-model(7)" },
	{ "conditional pledge",
	    "A pledge that binds only if the pledges that it names are made "
	    "as well; a simultaneous halt is a set of these.",
	    "detente-model(7)" },
	{ "continuation",
	    "The chance that a round is followed by another. It is how much "
	    "the future counts: with 0.9 ten rounds are played in the mean.",
	    "detente-model(7)" },
	{ "declared",
	    "The move that an agent says it made. A deceiver declares PAUSE "
	    "and races.",
	    "detente-model(7)" },
	{ "detection",
	    "The chance that a race raises an alarm: one less the miss.",
	    "detente-model(7)" },
	{ "engine",
	    "What plays or works out a model: reference (the plain one), "
	    "lanes (512 runs at once) and chain (exact). They agree, and "
	    "tests hold them to it.",
	    "detente-run(1)" },
	{ "enforcement",
	    "The chance that a nation that pauses stops a lab of its own that "
	    "races.",
	    "detente-model(7)" },
	{ "executed",
	    "The move that was in fact made, after slips and after a nation "
	    "stopped its labs.",
	    "detente-model(7)" },
	{ "expulsion",
	    "The end of being a party, by the treaty's ladder.",
	    "detente-model(7)" },
	{ "experiment",
	    "Runs of one resolved configuration, which a key names.",
	    "detente-model(7)" },
	{ "false alarm",
	    "The chance that a pause raises an alarm. The price of a treaty "
	    "is largely what these cost.",
	    "detente-model(7)" },
	{ "finding",
	    "An alarm that the treaty answers.",
	    "detente-model(7)" },
	{ "fine",
	    "What a finding costs the party, by the treaty's ladder; it goes "
	    "to the others or to nobody.",
	    "detente-model(7)" },
	{ "forgiveness",
	    "Strikes go away after so many clean rounds, or by a chance.",
	    "detente-model(7)" },
	{ "hazard",
	    "The chance, a round, of a disaster by a race; it grows "
	    "with capability that nobody oversees.",
	    "detente-model(7)" },
	{ "intended",
	    "The move that an agent's strategy chose, before anything went "
	    "wrong.",
	    "detente-model(7)" },
	{ "ladder",
	    "What a treaty answers to the first strike, the second, and so on.",
	    "detente-model(7)" },
	{ "learner",
	    "An agent that changes how it plays by what it got; it takes the "
	    "place of an automaton.",
	    "detente-model(7)" },
	{ "miss",
	    "The chance that a race raises no alarm.",
	    "detente-model(7)" },
	{ "move",
	    "PAUSE or RACE: intended by the strategy, executed in fact, "
	    "declared in public, seen by others; the four may differ.",
	    "detente-model(7)" },
	{ "negotiator",
	    "How a party bargains before there is a treaty: what it asks for, "
	    "accepts and concedes.",
	    "detente-negotiate(1)" },
	{ "notice",
	    "The rounds between saying that one withdraws and being free.",
	    "detente-model(7)" },
	{ "oversight",
	    "How much of what labs do can still be seen; it falls behind "
	    "where capability outgrows review.",
	    "detente-model(7)" },
	{ "party",
	    "An agent that has signed a treaty which is in force or "
	    "suspended, and has neither left nor been expelled.",
	    "detente-model(7)" },
	{ "payoff",
	    "What a round gives an agent, in units that the scenario fixes; "
	    "all flows are counted in.",
	    "detente-model(7)" },
	{ "phase",
	    "Where a treaty stands: none, open, in force, suspended or ended.",
	    "detente-model(7)" },
	{ "prisoner's dilemma",
	    "A round in which racing pays whatever the others do, and "
	    "all lose by it.",
	    "detente-model(7)" },
	{ "private signal",
	    "What one agent sees of another and nobody else; the treaty "
	    "answers it only if it is accused of.",
	    "detente-model(7)" },
	{ "public signal",
	    "What all see alike. Treaties answer public alarms.",
	    "detente-model(7)" },
	{ "race",
	    "As a move: to go on. As a scenario's part, the growth of "
	    "capability and what it risks.",
	    "detente-model(7)" },
	{ "round",
	    "One period of play. The scenario says how long one is.",
	    "detente-model(7)" },
	{ "run",
	    "One play of the repeated game, from its first round to its last.",
	    "detente-model(7)" },
	{ "scenario",
	    "Who plays, with which strategies and payoffs, under which "
	    "treaty, for how long.",
	    "detente-files(5)" },
	{ "seed",
	    "The number that all chance is drawn from: the same seed and "
	    "configuration give the same rounds on any machine.",
	    "detente-model(7)" },
	{ "slip",
	    "The chance that an agent's hand does the other move than the "
	    "intended one.",
	    "detente-model(7)" },
	{ "strategy",
	    "The rule by which an agent moves: an automaton with states and "
	    "chances.",
	    "detente-files(5)" },
	{ "strike",
	    "A finding that is remembered.",
	    "detente-model(7)" },
	{ "sunset",
	    "The round in which a treaty ends by its own text.",
	    "detente-files(5)" },
	{ "suspension",
	    "Rounds in which the treaty binds nobody, as its answer to a "
	    "finding.",
	    "detente-model(7)" },
	{ "tariff",
	    "What an agent outside a treaty in force pays to those inside.",
	    "detente-model(7)" },
	{ "treaty",
	    "The text that parties sign. Compiled, it is plain numbers and a "
	    "small public automaton.",
	    "detente-files(5)" },
	{ "unravelling",
	    "Where all know the last round, to pause in it does not pay, so "
	    "neither does it in the round before, and so on back.",
	    "detente-solve-treaties(1)" },
	{ "withdrawal",
	    "Leaving a treaty as it allows, after notice.",
	    "detente-model(7)" },
	{ 0 }
};
