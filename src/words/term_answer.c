/* term_answer: words of answers; see term.h. */
#include "words/term.h"

const struct dt_term dt_term_answer[] = {
	{ "alpha-rank",
	    "How long populations that imitate what pays spend at each "
	    "profile, where mutations are rare.",
	    "detente-solve-games(1)" },
	{ "at least",
	    "The printed number is a bound: the true one is no less. What was "
	    "left out could only add to it.",
	    "detente-solve-treaties(1)" },
	{ "audit",
	    "Playing stored runs again and comparing every row and every "
	    "signature with what comes out.",
	    "detente-audit(1)" },
	{ "basin",
	    "The starting shares of a population from which it ends in the "
	    "same place.",
	    "detente-evolve(1)" },
	{ "best found",
	    "The best that a search came to, without proof that there is none "
	    "better.",
	    "detente-design(1)" },
	{ "bounded",
	    "An answer with a limit to how far it may be off, which is "
	    "printed beside it.",
	    "detente-solve-treaties(1)" },
	{ "checkpoint",
	    "A signed statement of how long a log is and what its digest is; "
	    "two that differ convict who signed them.",
	    "detente-evidence(7)" },
	{ "coalition",
	    "A set of agents that pause together while those outside race, or, "
	    "where that is asked for, answer as is best for them.",
	    "detente-solve-treaties(1)" },
	{ "confidence interval",
	    "The range that holds the true value in 95 of 100 such samples. "
	    "It counts chance alone, not whether the model is right.",
	    "detente-run(1)" },
	{ "core",
	    "The divisions of what all get together that leave no part of "
	    "them anything to gain by itself.",
	    "detente-solve-treaties(1)" },
	{ "correlated equilibrium",
	    "Advice to each player, drawn together, that nobody gains by not "
	    "following.",
	    "detente-solve-games(1)" },
	{ "credible",
	    "Of a treaty: its threats would be carried out by those who have "
	    "to.",
	    "detente-solve-treaties(1)" },
	{ "departure",
	    "What a party could do in place of complying: race in secret or "
	    "openly, refuse inspection, withdraw, or pause where it should "
	    "race.",
	    "detente-solve-treaties(1)" },
	{ "dominated",
	    "A strategy that another one, or a mix, beats whatever the others "
	    "do.",
	    "detente-solve-games(1)" },
	{ "equilibrium",
	    "A profile in which nobody gains by changing alone.",
	    "detente-solve-games(1)" },
	{ "ESS",
	    "Evolutionarily stable: where all play it, no rare mutant does as "
	    "well.",
	    "detente-evolve(1)" },
	{ "exact",
	    "Worked out without drawing, and looked at once more by other "
	    "means; it has no standard error.",
	    "detente-solve-treaties(1)" },
	{ "exact and simulated",
	    "A figure worked out, printed beside the same figure as it was "
	    "played; they should differ by no more than chance.",
	    "detente-run(1)" },
	{ "fixation",
	    "The chance that one mutant's strategy takes over a finite "
	    "population.",
	    "detente-evolve(1)" },
	{ "found",
	    "It was come to by a search or by play. It is no proof that there "
	    "is nothing else.",
	    "detente-solve-treaties(1)" },
	{ "frontier",
	    "Of designs: those that no other beats in cost and in what "
	    "they achieve at once.",
	    "detente-design(1)" },
	{ "kept",
	    "Of a treaty: nobody gains by racing or refusing inspection while "
	    "it binds.",
	    "detente-solve-treaties(1)" },
	{ "lever",
	    "What a design may change of a treaty, and in which steps.",
	    "detente-design(1)" },
	{ "low95",
	    "The lower end of a 95 % interval; high95 is the upper.",
	    "detente-db(5)" },
	{ "not shown",
	    "Neither yes nor no could be shown; the reason is printed.",
	    "detente-solve-treaties(1)" },
	{ "patience",
	    "How much of the next round an agent counts; the continuation, if "
	    "nothing else is said.",
	    "detente-solve-treaties(1)" },
	{ "perhaps",
	    "The answer where something was not shown.",
	    "detente-solve-treaties(1)" },
	{ "phase map",
	    "The verdict for each value of one key of the scenario, or of two.",
	    "detente-solve-treaties(1)" },
	{ "plan",
	    "A departure of many rounds, as racing until found.",
	    "detente-solve-treaties(1)" },
	{ "PPE",
	    "A perfect public equilibrium: from every public history on, "
	    "nobody gains by changing alone, and all act on what is public.",
	    "detente-solve-treaties(1)" },
	{ "price of anarchy",
	    "The largest sum of payoffs over that of the worst equilibrium; "
	    "the price of stability is over the best.",
	    "detente-solve-games(1)" },
	{ "prior",
	    "What is believed of a figure that is not known, before anything "
	    "was seen.",
	    "detente-solve-treaties(1)" },
	{ "quantal response",
	    "Play in which what pays more is played more often, but not "
	    "always; lambda is how much payoffs matter.",
	    "detente-solve-games(1)" },
	{ "regret",
	    "The most that a player gains by changing alone: 0 in an "
	    "equilibrium.",
	    "detente-solve-play(1)" },
	{ "replicator",
	    "A population in which a strategy grows as far as it earns "
	    "more than the mean.",
	    "detente-evolve(1)" },
	{ "Shapley value",
	    "What an agent adds to those before it, averaged over all orders "
	    "in which they may join.",
	    "detente-solve-treaties(1)" },
	{ "simulated",
	    "From runs that were drawn; it has a standard error.",
	    "detente-run(1)" },
	{ "slack",
	    "What the departure that decides loses, in payoff, all rounds to "
	    "come counted. Below 0 it gains, and that answer is no.",
	    "detente-solve-treaties(1)" },
	{ "standard error",
	    "How far a mean of drawn runs is off, typically; 0 where the "
	    "answer is exact.",
	    "detente-run(1)" },
	{ "stayed in",
	    "Of a treaty: nobody gains by leaving it, or by not signing.",
	    "detente-solve-treaties(1)" },
	{ "sweep",
	    "A grid of experiments, one for each combination of values.",
	    "detente-sweep(1)" },
	{ "threshold",
	    "The value of one figure at which a treaty begins or ceases to "
	    "hold, all else as it is.",
	    "detente-solve-treaties(1)" },
	{ "verdict",
	    "The three parts of the answer about a treaty put together: yes, "
	    "yes but, no, perhaps or never.",
	    "detente-solve-treaties(1)" },
	{ "witness",
	    "Who cosigns checkpoints of a log, so that it cannot be rewritten "
	    "in secret.",
	    "detente-evidence(7)" },
	{ 0 }
};
