/* lesson: the schema of data/lessons/; see lesson.h. */
#include "catalogue/lesson.h"

#include "game/move.h"
#include "game/strategy.h"

#define AT(type, member) .offset = offsetof(struct type, member)

const char *const dt_lesson_vote_words[] = { "majority", "unanimity", NULL };
const char *const dt_lesson_matching_words[] = {
	"partners", "strangers", "perfect-strangers", NULL
};

static const struct dt_schema_key quiz_keys[] = {
	{ "question", DT_TEXT, AT(dt_lesson_question, question),
	  .required = true, .help = "What is asked" },
	{ "answers", DT_LIST, AT(dt_lesson_question, answers),
	  .item = DT_TEXT, .required = true, .least = 2, .most = 6,
	  .help = "What can be answered", .example = "[two, three]" },
	{ "right", DT_COUNT, AT(dt_lesson_question, right), .required = true,
	  .least = 1, .most = 6, .help = "The number of the right answer",
	  .example = "1" },
	{ "feedback", DT_TEXT, AT(dt_lesson_question, feedback),
	  .help = "What is said after any answer: why the right one is" },
	{ 0 }
};
static const struct dt_schema quiz_schema = {
	"quiz", "a question with one right answer",
	sizeof(struct dt_lesson_question), quiz_keys
};

static const struct dt_schema_key survey_keys[] = {
	{ "question", DT_TEXT, AT(dt_lesson_question, question),
	  .required = true, .help = "What is asked" },
	{ "answers", DT_LIST, AT(dt_lesson_question, answers),
	  .item = DT_TEXT, .required = true, .least = 2, .most = 12,
	  .help = "What can be answered; \"no answer\" always stands beside "
	      "these", .example = "[yes, partly, no]" },
	{ 0 }
};
static const struct dt_schema survey_schema = {
	"survey", "a question that nobody must answer",
	sizeof(struct dt_lesson_question), survey_keys
};

static const struct dt_schema_key usual_keys[] = {
	{ "text", DT_TEXT, AT(dt_lesson_usual, text), .required = true,
	  .help = "What a class usually does" },
	{ "from", DT_TEXT, AT(dt_lesson_usual, from), .required = true,
	  .help = "How that is known: a source, or the command whose answer "
	      "it is" },
	{ 0 }
};
static const struct dt_schema usual_schema = {
	"usually", "what usually happens, and how that is known",
	sizeof(struct dt_lesson_usual), usual_keys
};

static const struct dt_schema_key sheet_keys[] = {
	{ "say", DT_LIST, AT(dt_lesson_sheet, say), .item = DT_TEXT,
	  .preset = "[]", .most = 24,
	  .help = "What the teacher says or does, in order" },
	{ "usually", DT_LIST, AT(dt_lesson_sheet, usually),
	  .group = &usual_schema, .most = 12,
	  .help = "What usually happens" },
	{ "ask", DT_LIST, AT(dt_lesson_sheet, ask), .item = DT_TEXT,
	  .most = 24, .help = "Questions for the debrief" },
	{ 0 }
};
static const struct dt_schema sheet_schema = {
	"sheet", "what is for the teacher alone",
	sizeof(struct dt_lesson_sheet), sheet_keys
};

static const struct dt_schema_key clause_keys[] = {
	{ "key", DT_TEXT, AT(dt_lesson_clause, key), .required = true,
	  .help = "The key of the treaty that the clause sets, as behind "
	      "`treaty.` in --set", .example = "monitoring.miss" },
	{ "also", DT_LIST, AT(dt_lesson_clause, also), .item = DT_TEXT,
	  .most = 8, .help = "More keys that take the same value" },
	{ "values", DT_LIST, AT(dt_lesson_clause, values), .item = DT_TEXT,
	  .required = true, .least = 2, .most = 6,
	  .help = "What can be chosen; lists and maps in quotes",
	  .example = "[0.5, 0.1]" },
	{ "labels", DT_LIST, AT(dt_lesson_clause, labels), .item = DT_TEXT,
	  .required = true, .least = 2, .most = 6,
	  .help = "Each value in words", .example = "[satellites, inspectors]" },
	{ "title", DT_TEXT, AT(dt_lesson_clause, title), .required = true,
	  .help = "What is to be decided, as a question",
	  .example = "Who looks?" },
	{ 0 }
};
static const struct dt_schema clause_schema = {
	"clause", "a clause that groups choose a value of",
	sizeof(struct dt_lesson_clause), clause_keys
};

static const struct dt_schema_key block_keys[] = {
	{ "title", DT_TEXT, AT(dt_lesson_block, title), .required = true,
	  .help = "Its name for people", .example = "Without a treaty" },
	{ "text", DT_TEXT, AT(dt_lesson_block, text),
	  .help = "What students read before it, in paragraphs" },
	{ "scenario", DT_TEXT, AT(dt_lesson_block, scenario),
	  .help = "A scenario with the same agents, in place of the lesson's" },
	{ "treaty", DT_TEXT, AT(dt_lesson_block, treaty),
	  .help = "The treaty, by name; the scenario's where none is given",
	  .example = "none" },
	{ "set", DT_RAW, AT(dt_lesson_block, set),
	  .help = "Keys of the scenario to set, as a map from their paths to "
	      "values", .example = "{treaty.monitoring.miss: 0.2}" },
	{ "rounds", DT_COUNT, AT(dt_lesson_block, rounds), .preset = "10",
	  .least = 1, .most = DT_LESSON_ROUNDS_MOST, .unit = "rounds",
	  .help = "How long it is, or at most" },
	{ "continuation", DT_NUMBER, AT(dt_lesson_block, continuation),
	  .preset = "1", .most = 1, .unit = "chance",
	  .help = "Of one more round after each; where it is below 1 nobody "
	      "knows which is the last" },
	{ "seconds", DT_COUNT, AT(dt_lesson_block, seconds), .preset = "45",
	  .most = 3600, .unit = "seconds a round",
	  .help = "Time to choose; 0: until all have" },
	{ "stand_in", DT_TEXT, AT(dt_lesson_block, stand_in),
	  .help = "The strategy that plays for who is late or not there, in "
	      "place of the lesson's", .example = "tit-for-tat" },
	{ "practice", DT_FLAG, AT(dt_lesson_block, practice), .preset = "no",
	  .help = "It is to learn the buttons, and counts for nothing" },
	{ "sign", DT_FLAG, AT(dt_lesson_block, sign), .preset = "no",
	  .help = "Each seat signs the treaty or does not; it binds those who "
	      "did" },
	{ "trips", DT_COUNT, AT(dt_lesson_block, trips), .preset = "1",
	  .least = 1, .most = 2,
	  .help = "1: a move is committed to and opened in one message; 2: it "
	      "is opened in a second, once all have committed, so that not "
	      "even the server knows a move before" },
	{ "quiz", DT_LIST, AT(dt_lesson_block, quiz), .group = &quiz_schema,
	  .most = 8, .help = "Questions before it, each with feedback" },
	{ "predict", DT_TEXT, AT(dt_lesson_block, predict),
	  .help = "A question before it that a percentage answers",
	  .example = "How often will the others pause?" },
	{ "reflect", DT_TEXT, AT(dt_lesson_block, reflect),
	  .help = "A question after it that words answer",
	  .example = "What did you do, and why?" },
	{ "clauses", DT_MAP, AT(dt_lesson_block, clauses),
	  .group = &clause_schema, .most = DT_LESSON_CLAUSES_MOST,
	  .help = "What groups put their treaty together from, by names of "
	      "one's own" },
	{ "vote", DT_WORD, AT(dt_lesson_block, vote), .preset = "majority",
	  .words = dt_lesson_vote_words,
	  .help = "What a text needs to be the group's treaty: more than half "
	      "of the seats, or all" },
	{ "failing", DT_TEXT, AT(dt_lesson_block, failing), .preset = "none",
	  .help = "The treaty where no text has enough votes" },
	{ "sheet", DT_GROUP, AT(dt_lesson_block, sheet),
	  .group = &sheet_schema, .help = "For the teacher alone" },
	{ 0 }
};
static const struct dt_schema block_schema = {
	"block", "a game that the class plays",
	sizeof(struct dt_lesson_block), block_keys
};

static const struct dt_schema_key consent_keys[] = {
	{ "version", DT_TEXT, AT(dt_lesson_consent, version), .preset = "1",
	  .help = "Kept with who agreed" },
	{ "text", DT_TEXT, AT(dt_lesson_consent, text),
	  .help = "What is agreed to before anything else; none: nobody is "
	      "asked" },
	{ 0 }
};
static const struct dt_schema consent_schema = {
	"consent", "what students agree to",
	sizeof(struct dt_lesson_consent), consent_keys
};

static const struct dt_schema_key agent_keys[] = {
	{ "title", DT_TEXT, AT(dt_lesson_agent, title), .required = true,
	  .help = "What students call it", .example = "Lab 1" },
	{ 0 }
};
static const struct dt_schema agent_schema = {
	"agent", "an agent of the scenario, as students call it",
	sizeof(struct dt_lesson_agent), agent_keys
};

static const struct dt_schema_key keys[] = {
	{ "lesson", DT_NAME, AT(dt_lesson, name), .required = true,
	  .help = "Its name", .example = "my-lesson" },
	{ "title", DT_TEXT, AT(dt_lesson, title), .required = true,
	  .help = "Its name for people", .example = "Pause and race" },
	{ "summary", DT_TEXT, AT(dt_lesson, summary),
	  .help = "What is learned, in a sentence" },
	{ "source", DT_TEXT, AT(dt_lesson, source),
	  .help = "Where it comes from" },
	DT_SCHEMA_CITES,
	{ "status", DT_WORD, AT(dt_lesson, status), .preset = "stylised",
	  .words = dt_strategy_status_words,
	  .help = "How well founded it is" },
	{ "minutes", DT_COUNT, AT(dt_lesson, minutes), .preset = "45",
	  .least = 1, .most = 600, .unit = "minutes",
	  .help = "How long it takes, all in all" },
	{ "language", DT_NAME, AT(dt_lesson, language), .preset = "en",
	  .help = "The language of the texts in place" },
	{ "scenario", DT_TEXT, AT(dt_lesson, scenario), .required = true,
	  .help = "Who meets in a group, and for which payoffs: a name, or a "
	      "path from this file", .example = "classroom" },
	{ "agents", DT_MAP, AT(dt_lesson, agents), .group = &agent_schema,
	  .most = DT_AGENTS_MOST,
	  .help = "What students call the scenario's agents",
	  .example = "{lab-one: {title: Lab 1}}" },
	{ "matching", DT_WORD, AT(dt_lesson, matching), .preset = "partners",
	  .words = dt_lesson_matching_words,
	  .help = "Who meets in the next block: the same; by lot; or, as far "
	      "as numbers allow, only those who have not met" },
	{ "seed", DT_COUNT, AT(dt_lesson, seed), .preset = "-1",
	  .least = -1, .most = 1e18,
	  .help = "Seed of matching, bots and noise; -1: drawn for each "
	      "class" },
	{ "stand_in", DT_TEXT, AT(dt_lesson, stand_in),
	  .help = "The strategy that plays for who is late or not there; the "
	      "scenario's where none is given", .example = "tit-for-tat" },
	{ "delegation", DT_COUNT, AT(dt_lesson, delegation), .preset = "4",
	  .least = 1, .most = DT_LESSON_DELEGATION_MOST, .unit = "phones",
	  .help = "How many may share a seat in a full room" },
	{ "seconds", DT_COUNT, AT(dt_lesson, seconds), .preset = "0",
	  .most = 3600, .unit = "seconds a page",
	  .help = "Time for a page that is read or answered; 0: until the "
	      "teacher goes on" },
	{ "consent", DT_GROUP, AT(dt_lesson, consent),
	  .group = &consent_schema, .help = "What students agree to" },
	{ "survey", DT_MAP, AT(dt_lesson, survey), .group = &survey_schema,
	  .most = 12, .help = "Questions at the end, by names of one's own" },
	{ "blocks", DT_MAP, AT(dt_lesson, blocks), .required = true,
	  .group = &block_schema, .least = 1, .most = DT_LESSON_BLOCKS_MOST,
	  .help = "What is played, in order, by names of one's own",
	  .example = "{alone: {title: Without a treaty}}" },
	{ "before", DT_GROUP, AT(dt_lesson, before), .group = &sheet_schema,
	  .help = "For the teacher: before the first block" },
	{ "after", DT_GROUP, AT(dt_lesson, after), .group = &sheet_schema,
	  .help = "For the teacher: the debrief" },
	{ "translations", DT_RAW, AT(dt_lesson, translations),
	  .help = "A map from languages to maps of this file's shape, with "
	      "its texts in those", .example = "{}" },
	{ 0 }
};

const struct dt_schema dt_lesson_schema = {
	"lesson", "what a class plays, and what its teacher says",
	sizeof(struct dt_lesson), keys
};
