/* reproduce_tell: what was found beside what was published, as a table, in
 * detail and as JSON; see reproduce.h. */
#include "cmd/reproduce.h"

#include <inttypes.h>
#include <math.h>

#include "base/number.h"
#include "cli/output.h"

/* Of what dt_published_status_words says, in their order. */
static const char *const kinds[] = {
	"were printed by others, at the place that the file cites",
	"are said to be printed, by others who quote them",
	"were derived for this project, apart from this program",
};

/* "-": the file has faults, so nothing is known of it. */
static const char *
status_of(const struct dt_published *p)
{
	return p->status < 0 ? "-" : dt_published_status_words[p->status];
}

void
dt_cmd_reproduce_row(struct dt_reproduce_job *j, const struct dt_published *p,
    const struct dt_published_value *v, double got, double allowed,
    const char *why)
{
	char number[DT_NUMBER_SIZE];
	bool ok = why == NULL && fabs(got - v->value) <= allowed;
	j->values++;
	j->printed += p->status == DT_PUBLISHED_PRINTED;
	j->quoted += p->status == DT_PUBLISHED_QUOTED;
	j->derived += p->status > DT_PUBLISHED_QUOTED;
	j->differ += !ok;
	dt_table_add(&j->table, p->name);
	dt_table_add(&j->table, v->origin.name);
	dt_table_add(&j->table, isnan(v->value) ? "-" :
	    dt_number_print(v->value, number));
	dt_table_add(&j->table, why != NULL ? "-" :
	    dt_number_print(got, number));
	dt_table_add(&j->table, dt_number_print_short(allowed, 12,
	    number));
	dt_table_add(&j->table, status_of(p));
	dt_table_add(&j->table, ok ? "yes" : "NO");
	json_t *row = json_object();
	dt_json_text(row, "name", p->name);
	dt_json_text(row, "what", v->origin.name);
	dt_json_number(row, "expected", v->value);
	json_object_set_new(row, "got", why != NULL ? json_null() :
	    dt_json_of_number(got));
	dt_json_number(row, "tolerance", allowed);
	json_object_set_new(row, "ok", json_boolean(ok));
	dt_json_text(row, "source", p->source);
	dt_json_text(row, "status", p->status < 0 ? NULL : status_of(p));
	dt_json_text(row, "why", why);
	json_array_append_new(j->rows, row);
	if (why != NULL)
		dt_text_add(&j->text, "%s, %s: %s\n", p->name,
		    v->origin.name, why);
}

void
dt_cmd_reproduce_detail(struct dt_reproduce_job *j,
    const struct dt_reproduce_item *item)
{
	const struct dt_published *p = &item->published;
	if (dt_command_format(j->call) != DT_FORMAT_TEXT)
		return;
	dt_text_add(&j->text, "%s\nsource   %s\nstatus   %s\nmodel    %s\n"
	    "command  detente %s\nfile     %s\n\n", p->title[0] ? p->title :
	    p->name, p->source, status_of(p), p->model, p->command, item->path);
}

void
dt_cmd_reproduce_where(struct dt_reproduce_job *j,
    const struct dt_reproduce_item *item)
{
	const struct dt_published *p = &item->published;
	struct dt_text line = { 0 };
	if (j->only < 0 || dt_command_format(j->call) != DT_FORMAT_TEXT)
		return;
	dt_text_add(&line, "%s: %s", p->name, p->source);
	dt_text_wrap(&j->where, dt_text_string(&line), 2, j->call->width);
	dt_text_add(&j->where, "\n");
	j->where.failed |= line.failed;
	dt_text_free(&line);
}

static void
add_counts(struct dt_reproduce_job *j)
{
	dt_text_add(&j->text, "\n%" PRId64 " values, %" PRId64 " differ\n",
	    j->values, j->differ);
	if (j->only >= 0)
		dt_text_add(&j->text, "only those that %s\n", kinds[j->only]);
	else
		dt_text_add(&j->text, "%" PRId64 " %s; %" PRId64 " are said to "
		    "be, by\nothers who quote them; %" PRId64 " %s\n",
		    j->printed, kinds[0], j->quoted, j->derived, kinds[2]);
}

enum dt_exit
dt_cmd_reproduce_print(struct dt_reproduce_job *j)
{
	struct dt_command_call *call = j->call;
	if (dt_command_format(call) == DT_FORMAT_JSON) {
		json_t *json = dt_json_new();
		json_object_set(json, "results", j->rows);
		return dt_output_json(call, json);
	}
	if (dt_command_format(call) == DT_FORMAT_CSV) {
		dt_text_free(&j->text);
		dt_table_csv(&j->table, &j->text);
		return dt_command_write(call, &j->text);
	}
	dt_table_text(&j->table, &j->text);
	add_counts(j);
	if (j->where.size > 0)
		dt_text_add(&j->text, "\nSources\n%s",
		    dt_text_string(&j->where));
	j->text.failed |= j->where.failed;
	return dt_command_write(call, &j->text);
}
