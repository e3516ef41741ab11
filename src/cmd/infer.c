/* infer: which strategies explain recorded play (infer/infer.h). */
#include "ask/ask.h"
#include "cmd/field.h"
#include "cmd/verbs.h"

const struct dt_command dt_cmd_infer = {
	.name = "infer",
	.brief = "find the strategies that explain recorded play",
	.operands = "[DB]",
	.operand_words = "@files",
	.least = 0,
	.most = 1,
	.about = "Estimates in which shares the subjects of recorded play follow "
	    "the strategies of a set, up to errors of one chance (strategy "
	    "frequency estimation, Dal Bó and Fréchette 2011), by treatment, "
	    "with standard errors; what each subject most likely plays; and "
	    "how far chances after each outcome of a round explain as much.\n\n"
	    "DB keeps rounds: played with every round's moves kept, by real "
	    "parties, or imported.",
	.examples = "detente infer lab.db\n"
	    "detente infer lab.db --types sincere,cynic\n"
	    "detente infer lab.db -S fudenberg-rand-dreber -S classic --svg "
	    "shares.svg\n"
	    "detente infer --play PPRPP/PRPPR -S classic --error 0.05 --prior "
	    "uniform",
	.options = dt_ask_infer_options,
	.more = dt_cmd_field_options,
	.run = dt_cmd_field_run,
};
