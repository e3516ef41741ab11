/* verify: `detente verify FILE...`, what files of evidence prove. */
#include "cli/output.h"
#include "cmd/verbs.h"
#include "party/verify.h"

static void
add_head(const struct dt_verify *v, struct dt_text *text)
{
	const char *s = v->n == 1 ? "" : "s";
	if (v->bad > 0)
		dt_text_add(text, "NOT AUTHENTIC: %zu of %zu file%s.\n\n",
		    v->bad, v->n, s);
	else if (v->named)
		dt_text_add(text, "AUTHENTIC: %zu file%s, by the keys that "
		    "are named.\n\n", v->n, s);
	else
		dt_text_add(text, "AUTHENTIC, if the keys are: %zu file%s "
		    "agree%s with the keys in and beside them.\nWhose keys "
		    "these are, nobody has said: --key names those that "
		    "count.\n\n", v->n, s, v->n == 1 ? "s" : "");
}

static void
add_file(const struct dt_command_call *call, const struct dt_verify_file *f,
    struct dt_text *text)
{
	struct dt_text line = { 0 };
	if (f->verdict == DT_VERDICT_GOOD)
		dt_text_add(&line, "%s: %s.", f->path, f->words);
	else
		dt_text_add(&line, "%s: NOT AUTHENTIC as %s: %s.", f->path,
		    f->kind ? f->kind->name : "evidence", f->words);
	dt_text_wrap(text, dt_text_string(&line), 4, call->width);
	dt_text_add(text, "\n");
	text->failed |= line.failed;
	dt_text_free(&line);
}

/* What is not authentic comes first. */
static enum dt_exit
print_text(const struct dt_command_call *call, const struct dt_verify *v)
{
	struct dt_text text = { 0 }, visible = { 0 };
	add_head(v, &text);
	for (int good = 0; good <= 1; good++)
		for (size_t i = 0; i < v->n; i++)
			if ((v->files[i].verdict == DT_VERDICT_GOOD) == good)
				add_file(call, &v->files[i], &text);
	dt_text_add_visible(&visible, dt_text_string(&text), text.size);
	visible.failed |= text.failed;
	enum dt_exit exit = dt_command_write(call, &visible);
	dt_text_free(&text);
	dt_text_free(&visible);
	return exit;
}

static json_t *
entry_of(const struct dt_entry *e)
{
	json_t *o = json_object();
	json_object_set_new(o, "kind", json_string(dt_entry_word(e->kind)));
	if (e->agent.size > 0)
		json_object_set_new(o, "agent",
		    json_stringn(e->agent.at, e->agent.size));
	if (e->run > 0)
		json_object_set_new(o, "run", json_integer((json_int_t)e->run));
	if (e->round > 0)
		json_object_set_new(o, "round",
		    json_integer((json_int_t)e->round));
	if (e->move.size > 0)
		json_object_set_new(o, "move",
		    json_stringn(e->move.at, e->move.size));
	return o;
}

static json_t *
file_of(const struct dt_verify_file *f)
{
	json_t *o = json_object();
	dt_json_text(o, "file", f->path);
	dt_json_text(o, "kind", f->kind ? f->kind->word : NULL);
	json_object_set_new(o, "authentic", json_boolean(!f->verdict));
	dt_json_text(o, "verdict", dt_verify_word(f->verdict));
	dt_json_text(o, f->verdict ? "fault" : "proves", f->words);
	dt_json_text(o, "signer", f->signer);
	if (f->is_entry)
		json_object_set_new(o, "entry", entry_of(&f->entry));
	return o;
}

static enum dt_exit
print_json(const struct dt_command_call *call, const struct dt_verify *v)
{
	json_t *root = dt_json_new(), *files = json_array();
	for (size_t i = 0; i < v->n; i++)
		json_array_append_new(files, file_of(&v->files[i]));
	json_object_set_new(root, "authentic", json_boolean(v->bad == 0));
	json_object_set_new(root, "keys_named", json_boolean(v->named));
	json_object_set_new(root, "not_authentic",
	    json_integer((json_int_t)v->bad));
	json_object_set_new(root, "files", files);
	return dt_output_json(call, root);
}

static enum dt_status
verify(const struct dt_command_call *call, struct dt_verify *v,
    struct dt_error *err)
{
	const char *const *keys = dt_command_values(call, "key");
	enum dt_status status = dt_sign_init(err);
	for (; keys != NULL && *keys != NULL && status == DT_OK; keys++)
		status = dt_verify_key(v, *keys, err);
	for (int i = 0; i < call->n_operands && status == DT_OK; i++)
		status = dt_verify_load(v, call->operands[i], err);
	return status ? status : dt_verify_all(v, err);
}

static enum dt_exit
run(struct dt_command_call *call)
{
	struct dt_verify v = { .arena = call->arena };
	struct dt_error err = { 0 };
	enum dt_status status = verify(call, &v, &err);
	enum dt_exit exit = status ? dt_command_fail(call, NULL, &err) :
	    dt_command_format(call) == DT_FORMAT_JSON ?
	    print_json(call, &v) : print_text(call, &v);
	bool bad = v.bad > 0;
	dt_verify_free(&v);
	return exit == DT_EXIT_OK && bad ? DT_EXIT_NO : exit;
}

static const struct dt_option options[] = {
	{ "key", 'k', "VKEY", true, "@files",
	  "a key that counts: a vkey, or the file of some, a line each, as a "
	  "roster has them; those beside the files where none is named" },
	DT_COMMAND_FORMAT("text json"),
	{ 0 }
};

const struct dt_command dt_cmd_verify = {
	.name = "verify",
	.brief = "say what files of evidence prove, and if they are authentic",
	.operands = "FILE...",
	.operand_words = "@files",
	.least = 1, .most = -1,
	.about = "Reads checkpoints with their cosignatures, proofs of "
	    "inclusion, signed entries, openings against their commitments, "
	    "halts, forks of a log, charges of equivocation and perjury, and "
	    "signatures of minisign and signify, and says of each in one "
	    "sentence what it proves. It needs public keys alone. Files that "
	    "belong together are given together: a registration says whose a "
	    "key is, a commitment what an opening had promised. Exit status "
	    "4 if one of them is not authentic or of no known kind.",
	.examples = "detente verify evidence/experiment-1/perjury-us.txt "
	    "--key evidence/experiment-1/inspectorate-identity.vkey "
	    "--key evidence/experiment-1/us-identity.vkey\n"
	    "detente verify evidence/experiment-1/*.tlog-proof\n"
	    "detente verify evidence/experiment-1/entry-*.txt --format json\n",
	.options = options,
	.at_once = true,
	.run = run,
};
