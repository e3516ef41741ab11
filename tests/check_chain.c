/*
 * check_chain: the exact engine. Its parts are in check_chain_*.c; here is
 * what they share, and the whole.
 */
#include "check_chain.h"

#include <stdio.h>
#include <stdlib.h>

const char *
chain_strategy(struct build *b, const char *name)
{
	const char *root = getenv("srcdir");
	char path[512];
	snprintf(path, sizeof(path), "%s/agents/strategies/%s.yaml",
	    root != NULL ? root : ".", name);
	FILE *file = fopen(path, "r");
	ck_assert_msg(file != NULL, "no %s", path);
	char *text = dt_arena_new(&b->arena, 1, 65536);
	ck_assert(fread(text, 1, 65535, file) > 0);
	fclose(file);
	return text;
}

struct dt_chain *
chain_of(struct build *b, const struct dt_chain_limits *limits)
{
	struct dt_chain *c = NULL;
	build_model(b);
	enum dt_status status = dt_chain_build(&c, &b->model, limits,
	    &b->error);
	ck_assert_msg(status == DT_OK, "%s", b->error.message);
	return c;
}

struct dt_chain_answer
chain_own(struct build *b)
{
	struct dt_chain_answer a;
	struct dt_chain *c = chain_of(b, NULL);
	ck_assert_msg(dt_chain_own(c, &a, &b->error) == DT_OK, "%s",
	    b->error.message);
	dt_chain_free(c);
	build_free(b);
	return a;
}

struct dt_chain_answer
chain_longrun(struct build *b)
{
	struct dt_chain_limits whole = { .depth = -1 };
	struct dt_chain_answer a;
	struct dt_chain *c = chain_of(b, &whole);
	ck_assert(dt_chain_closed(c));
	ck_assert_msg(dt_chain_longrun(c, &a, &b->error) == DT_OK, "%s",
	    b->error.message);
	dt_chain_free(c);
	build_free(b);
	return a;
}

int
main(void)
{
	Suite *suite = suite_create("chain");
	suite_add_tcase(suite, check_chain_known());
	suite_add_tcase(suite, check_chain_signals());
	suite_add_tcase(suite, check_chain_limits());
	suite_add_tcase(suite, check_chain_random());
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
