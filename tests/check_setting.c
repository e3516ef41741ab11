/* check_setting: configurations as settings, a row a key. */
#include "catalogue/scenario.h"
#include "store/store_setting.h"

#include <check.h>
#include <string.h>

static struct dt_arena arena;

static void
clear(void)
{
	dt_arena_free(&arena);
}

/* "key=value unit; ..." */
static const char *
settings_of(const char *config)
{
	struct dt_store_setting *list;
	size_t n;
	struct dt_error err;
	const char *text = "";
	ck_assert_int_eq(dt_store_settings(&arena, config, &list, &n, &err),
	    DT_OK);
	for (size_t i = 0; i < n; i++)
		text = dt_arena_print(&arena, "%s%s=%s%s%s; ", text,
		    list[i].key, list[i].value, list[i].unit[0] ? " " : "",
		    list[i].unit);
	return text;
}

/* Every key that --set takes and no word for people, by bytes of the key:
 * worked out by hand. */
START_TEST(a_configuration_is_its_keys_in_order)
{
	ck_assert_str_eq(settings_of("scenario: s\n"
	    "title: \"Not: a setting\"\n"
	    "agents:\n"
	    "  us:\n"
	    "    agent: us\n"
	    "    facts: [one, two]\n"
	    "    joins: 2\n"
	    "    strategy:\n"
	    "      strategy: grim\n"
	    "      start: trust\n"
	    "      states:\n"
	    "        trust:\n"
	    "          play: pause\n"
	    "          next:\n"
	    "            - {when: alarms >= 1, to: war}\n"
	    "            - {to: trust}\n"
	    "treaty:\n"
	    "  treaty: halt\n"
	    "  parties: [us, them]\n"
	    "  response:\n"
	    "    ladder:\n"
	    "      - fine: 2\n"
	    "noise:\n"
	    "  slip: 0.01\n"
	    "rounds: 20\n"),
	    "agents.us.agent=us; agents.us.joins=2 round; "
	    "agents.us.strategy=grim; agents.us.strategy.start=trust; "
	    "agents.us.strategy.states.trust.next.1.to=war; "
	    "agents.us.strategy.states.trust.next.1.when=alarms >= 1; "
	    "agents.us.strategy.states.trust.next.2.to=trust; "
	    "agents.us.strategy.states.trust.play=pause; "
	    "noise.slip=0.01 chance; rounds=20 rounds; scenario=s; "
	    "treaty=halt; treaty.parties=[us, them]; "
	    "treaty.response.ladder.1.fine=2 payoff; ");
}
END_TEST

/* A party's charter is kept in the same column; damage is told by whoever reads
 * the configuration for what it is. */
START_TEST(a_text_that_is_no_scenario_has_none)
{
	ck_assert_str_eq(settings_of(""), "");
	ck_assert_str_eq(settings_of("charter: halt\nrounds: 3\n"), "");
	ck_assert_str_eq(settings_of("scenario: s\n\tx: [\n"), "");
	ck_assert_str_eq(settings_of("scenario\n"), "");
}
END_TEST

/* Seats whose names hold dots may give one path twice; a table with a key has
 * room for one of them, whichever comes first by its value. */
START_TEST(a_path_is_there_once)
{
	ck_assert_str_eq(settings_of("scenario: s\nnoise:\n  a.b: 2\n"
	    "  a:\n    b: 1\n"), "noise.a.b=1; scenario=s; ");
}
END_TEST

enum { DEPTH = 9 };

/* Each plain key of a schema by its path, with NAME for a name and 1 for an
 * item: its unit is that of the schema's row. */
static void
walk(const struct dt_schema *schema, const char *path, size_t depth,
    size_t *keys)
{
	for (const struct dt_schema_key *k = schema->keys;
	    depth < DEPTH && k->name != NULL; k++) {
		const char *key = dt_arena_print(&arena, "%s%s%s", path,
		    *path ? "." : "", k->name);
		if (dt_store_setting_is_prose(k->name))
			continue;
		if (k->group != NULL) {
			const char *below = k->type == DT_GROUP ? "" :
			    k->type == DT_MAP ? ".NAME" : ".1";
			walk(k->group, dt_arena_print(&arena, "%s%s", key,
			    below), depth + 1, keys);
			continue;
		}
		ck_assert_msg(strcmp(dt_store_setting_unit(key),
		    k->unit ? k->unit : "") == 0, "%s is of '%s', and as a "
		    "setting of '%s'", key, k->unit ? k->unit : "",
		    dt_store_setting_unit(key));
		++*keys;
	}
}

START_TEST(units_are_those_of_the_schema)
{
	size_t keys = 0;
	walk(&dt_scenario_schema, "", 0, &keys);
	ck_assert_uint_gt(keys, 80);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("setting");
	TCase *c = tcase_create("setting");
	tcase_add_checked_fixture(c, NULL, clear);
	tcase_add_test(c, a_configuration_is_its_keys_in_order);
	tcase_add_test(c, a_text_that_is_no_scenario_has_none);
	tcase_add_test(c, a_path_is_there_once);
	tcase_add_test(c, units_are_those_of_the_schema);
	suite_add_tcase(suite, c);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
