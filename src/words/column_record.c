/* column_record: columns of answers about recorded play; see column.h. */
#include "words/column.h"

static const struct dt_column profiles[] = {
	{ "profile", NULL, "", "what each plays" },
	{ "player", NULL, "", "the player" },
	{ "strategy", NULL, "", "what it plays" },
	{ "payoff", NULL, "payoff a round", "what it got, in the mean" },
	{ "payoff_se", "error", "payoff a round", "standard error of that "
	    "mean; empty: one run alone, or worked out exactly" },
	{ "runs", NULL, "runs", "runs that it is the mean of" },
	{ 0 }
};

static const struct dt_column equilibria[] = {
	{ "profile", NULL, "", "what each plays" },
	{ "kind", NULL, "", "pure or mixed" },
	{ "probability", NULL, "chance", "share of bootstrap replicates in "
	    "which nobody gains by another strategy" },
	{ "regret", NULL, "payoff a round", "the largest gain by a "
	    "deviation, by the means" },
	{ "regret_low", "low", "payoff a round", "lower end of its 95 % "
	    "interval" },
	{ "regret_high", "high", "payoff a round", "upper end; empty: a "
	    "deviation was never played" },
	{ "tempted", NULL, "", "the player with the largest gain" },
	{ "by", NULL, "", "the strategy that it would change to" },
	{ "gain", NULL, "payoff a round", "what that deviation gains" },
	{ "gain_se", "error", "payoff a round", "standard error of that gain" },
	{ "deviations_missing", "missing", "deviations", "deviations that "
	    "were never played" },
	{ 0 }
};

static const struct dt_column needs[] = {
	{ "profile", NULL, "", "what each plays" },
	{ "runs", NULL, "runs", "runs that there are" },
	{ "runs_more", "more", "runs", "runs to be added" },
	{ "chance_wrong", "wrong", "chance", "chance that the gain has the "
	    "other sign" },
	{ "regret_narrows", "narrows", "payoff a round", "by how much the "
	    "upper end of the regret falls, if means stay" },
	{ "why", NULL, "", "what it is needed for" },
	{ 0 }
};

static const struct dt_column games[] = {
	{ "game", NULL, "", "its number; --where game=N chooses it" },
	{ "where", NULL, "", "the axes and values that it has" },
	{ "players", NULL, "", "its players" },
	{ "profiles", NULL, "", "its profiles" },
	{ "played", NULL, "", "how many of them were played" },
	{ "equilibria", NULL, "", "how many are or may be equilibria" },
	{ "best", NULL, "", "the one that is likeliest" },
	{ "probability", NULL, "chance", "how likely" },
	{ "regret", NULL, "payoff a round", "its largest gain by a deviation" },
	{ "regret_high", "high", "payoff a round", "the upper end of its 95 "
	    "% interval" },
	{ "needs", NULL, "profiles", "profiles that should be played more" },
	{ 0 }
};

static const struct dt_column shares[] = {
	{ "treatment", NULL, "", "which treatment" },
	{ "strategy", NULL, "", "the strategy" },
	{ "share", NULL, "share of subjects", "share of subjects that play "
	    "it, as fitted" },
	{ "error", "s.e.", "share of subjects", "standard error, by "
	    "bootstrap over subjects" },
	{ "low95", "from", "share of subjects", "lower end of its 95 % "
	    "interval" },
	{ "high95", "to", "share of subjects", "upper end" },
	{ "also", "the data say the same of", "", "other strategies of which "
	    "the data say the same" },
	{ "nearest", "nearest other", "", "the other strategy that is "
	    "hardest to tell from it" },
	{ "apart", "told apart by", "choices", "choices that tell the two "
	    "apart" },
	{ 0 }
};

static const struct dt_column types[] = {
	{ "treatment", NULL, "", "which treatment" },
	{ "type", NULL, "", "the type" },
	{ "share", NULL, "share of subjects", "share of subjects" },
	{ "error", "s.e.", "share of subjects", "standard error, by "
	    "bootstrap over subjects" },
	{ "low95", "from", "share of subjects", "lower end of its 95 % "
	    "interval" },
	{ "high95", "to", "share of subjects", "upper end" },
	{ 0 }
};

static const struct dt_column fit[] = {
	{ "treatment", NULL, "", "which treatment" },
	{ "subjects", NULL, "subjects", "subjects in it" },
	{ "choices", NULL, "choices", "choices that they made" },
	{ "chance_of_error", NULL, "chance", "chance that a subject does not "
	    "do what its strategy says" },
	{ "error", "s.e.", "chance", "standard error, by bootstrap over "
	    "subjects" },
	{ "low95", "from", "chance", "lower end of its 95 % interval" },
	{ "high95", "to", "chance", "upper end" },
	{ "gamma", NULL, "", "the same as Dal Bó and Fréchette have it: "
	    "error = 1 / (1 + exp(1 / gamma))" },
	{ "loglik", "ln likelihood", "", "ln likelihood" },
	{ "gap", "at most short by", "", "the fit falls short of the largest "
	    "likelihood by no more than this" },
	{ "agree", "starts that agree", "starts", "starts that came to the "
	    "same" },
	{ 0 }
};

static const struct dt_column models[] = {
	{ "treatment", NULL, "", "which treatment" },
	{ "model", NULL, "", "the model" },
	{ "parameters", NULL, "", "how many it has" },
	{ "loglik", "ln likelihood", "", "ln likelihood" },
	{ "aic", "AIC", "", "Akaike's criterion" },
	{ "bic", "BIC", "", "the Bayesian (Schwarz's) criterion" },
	{ 0 }
};

static const struct dt_column memory[] = {
	{ "treatment", NULL, "", "which treatment" },
	{ "after", NULL, "", "mine and the other's move of the round before, "
	    "P or R" },
	{ "choices", NULL, "choices", "choices made after that" },
	{ "paused", NULL, "share of choices", "share of them that paused" },
	{ "error", "s.e.", "share of choices", "standard error, subjects "
	    "taken together" },
	{ 0 }
};

static const struct dt_column subjects[] = {
	{ "treatment", NULL, "", "which treatment" },
	{ "subject", NULL, "", "the subject" },
	{ "strategy", "most likely", "", "the strategy that is likeliest" },
	{ "chance", NULL, "chance", "how likely, given all that it chose" },
	{ 0 }
};

static const struct dt_column posterior[] = {
	{ "treatment", NULL, "", "which treatment" },
	{ "subject", NULL, "", "the subject" },
	{ "strategy", NULL, "", "the strategy" },
	{ "chance", NULL, "chance", "how likely, given all that the subject "
	    "chose" },
	{ 0 }
};

const struct dt_column_table dt_column_record[] = {
	{ "solve", "from", "profiles", "a row a profile and player: what was "
	    "measured", profiles },
	{ "solve", "from", "equilibria", "profiles that are or may be "
	    "equilibria", equilibria },
	{ "solve", "from", "needs", "what should be played more", needs },
	{ "solve", "from", "games", "where a database has several games",
	    games },
	{ "infer", "infer", "shares", "a row a treatment and strategy",
	    shares },
	{ "infer", "infer", "types", "shares of types: strategies put "
	    "together", types },
	{ "infer", "infer", "fit", "how well the mixture fits, a row a "
	    "treatment", fit },
	{ "infer", "infer", "models", "models side by side; less is better "
	    "in AIC and BIC", models },
	{ "infer", "infer", "memory", "how often they paused, by the round "
	    "before", memory },
	{ "infer", "infer", "subjects", "what each subject most likely plays",
	    subjects },
	{ "infer", "infer", "posterior", "the same for every strategy",
	    posterior },
	{ 0 }
};
