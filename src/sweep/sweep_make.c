/* sweep_make: from the words of a call to a sweep; see sweep.h. */
#include "sweep/sweep_internal.h"

#include <string.h>

#include "catalogue/warnings.h"
#include "proof/hash.h"

static enum dt_status
read_scenario(struct dt_sweep_maker *m, struct dt_node **root)
{
	const struct dt_sweep_text *t = m->sweep->text;
	const struct dt_node *name = dt_node_get(t->origin.node, "scenario");
	const struct dt_catalogue_kind *found,
	    *wanted = dt_catalogue_kind_of("scenario");
	const char *path;
	struct dt_error why = { 0 };
	enum dt_status status = dt_catalogue_find(m->catalogue, wanted,
	    t->scenario, name->at.source->path, &path, &why);
	if (status == DT_OK)
		status = dt_catalogue_read(m->catalogue, path, root, &found,
		    m->faults, &why);
	if (status == DT_ENOMEM)
		return dt_status_no_memory(m->err);
	if (status != DT_OK && m->faults->total == 0)
		return dt_faults_add(m->faults, name->at, NULL, "%s",
		    why.message);
	if (status == DT_OK && found != wanted)
		return dt_faults_add(m->faults, name->at, NULL,
		    "%s is a %s, not a scenario", path, found->word);
	return status;
}

/* `set:` of the file, then --set of the call. */
static enum dt_status
override(struct dt_sweep_maker *m, const char *const *sets,
    struct dt_node *root)
{
	const struct dt_node *map = m->sweep->text->set;
	enum dt_status status = DT_OK;
	if (map != NULL && map->kind != DT_NODE_MAP)
		return dt_faults_add(m->faults, map->at, NULL,
		    "'set' takes a map from keys to values");
	for (size_t i = 0; map != NULL && i < map->n && status == DT_OK; i++)
		status = dt_catalogue_put(m->catalogue, &dt_scenario_schema,
		    root, map->keys[i]->text, map->keys[i]->at,
		    map->items[i], m->faults, m->err);
	for (; sets != NULL && *sets != NULL && status == DT_OK; sets++)
		status = dt_catalogue_set(m->catalogue, &dt_scenario_schema,
		    root, *sets, m->faults, m->err);
	return status;
}

/* A scenario that was resolved before, as a database keeps it. */
static enum dt_status
read_base(struct dt_sweep_maker *m, const char *base, struct dt_node **root)
{
	struct dt_arena *arena = m->catalogue->arena;
	struct dt_source *source = dt_arena_new(arena, 1, sizeof(*source));
	if (source == NULL)
		return dt_status_no_memory(m->err);
	*source = (struct dt_source){ "base_config", base, strlen(base) };
	return dt_node_read(arena, source, root, m->faults, m->err);
}

static enum dt_status
make_base(struct dt_sweep_maker *m, const struct dt_sweep_request *request)
{
	struct dt_node *root = NULL;
	enum dt_status status = request->base != NULL ?
	    read_base(m, request->base, &root) : read_scenario(m, &root);
	if (status == DT_OK && request->base == NULL)
		status = override(m, request->sets, root);
	if (status == DT_OK)
		status = dt_catalogue_graft(m->catalogue,
		    &dt_scenario_schema, root, m->faults, m->err);
	m->sweep->base = root;
	return status;
}

static enum dt_status
make_axes(struct dt_sweep_maker *m)
{
	struct dt_sweep *s = m->sweep;
	const struct dt_list *axes = &s->text->axes;
	const struct dt_sweep_axis_text *texts = axes->items;
	enum dt_status status = DT_OK;
	if (axes->n > DT_SWEEP_AXES_MOST)
		return dt_faults_add(m->faults, texts[DT_SWEEP_AXES_MOST].
		    origin.node->at, NULL, "more than %d axes",
		    DT_SWEEP_AXES_MOST);
	s->n_axes = axes->n;
	for (size_t a = 0; a < axes->n && status != DT_ENOMEM; a++) {
		enum dt_status one = dt_sweep_axis_read(m, &texts[a],
		    &s->axes[a]);
		status = one ? one : status;
	}
	for (size_t a = 0; a < axes->n && status == DT_OK; a++)
		status = dt_sweep_axis_graft(m, a);
	return status ? status : dt_sweep_grid(m);
}

/* Each value of each axis once, with the first values of the others. Of what
 * a database keeps nobody is warned: it was played. */
static enum dt_status
try_cells(struct dt_sweep_maker *m, bool warn)
{
	const struct dt_sweep *s = m->sweep;
	size_t n = 0, tried = 0;
	for (size_t a = 0; a < s->n_axes; a++)
		n += s->axes[a].n;
	struct dt_experiment *cells =
	    dt_arena_new(m->catalogue->arena, n + 1, sizeof(*cells));
	if (cells == NULL)
		return dt_status_no_memory(m->err);
	for (size_t a = 0; a < s->n_axes; a++) {
		size_t index[DT_SWEEP_AXES_MOST] = { 0 };
		for (; index[a] < s->axes[a].n; index[a]++) {
			enum dt_status status = dt_sweep_cell(s, index,
			    m->catalogue->arena, &cells[tried++], m->faults,
			    m->err);
			if (status != DT_OK)
				return status;
		}
	}
	if (warn)
		dt_warnings_cells(m->catalogue, cells, tried, m->faults);
	return DT_OK;
}

static const char *
printed(struct dt_arena *arena, const struct dt_schema *schema,
    const void *content)
{
	struct dt_text text = { 0 };
	dt_schema_print(schema, content, 0, &text);
	const char *copy = text.failed ? NULL :
	    dt_arena_copy(arena, dt_text_string(&text));
	dt_text_free(&text);
	return copy;
}

/* What a person changed in words only is the same sweep. */
static const char *
substance(const struct dt_sweep *s, struct dt_arena *arena)
{
	struct dt_sweep_text bare = *s->text;
	bare.title = bare.summary = bare.source = "";
	bare.status = bare.measure = 0;
	return printed(arena, &dt_sweep_schema, &bare);
}

static enum dt_status
print_base(struct dt_sweep_maker *m)
{
	struct dt_arena *arena = m->catalogue->arena;
	struct dt_scenario *base = dt_arena_new(arena, 1, sizeof(*base));
	if (base == NULL)
		return dt_status_no_memory(m->err);
	enum dt_status status = dt_schema_read(&dt_scenario_schema, arena,
	    m->sweep->base, base, m->faults, m->err);
	if (status != DT_OK)
		return status;
	m->sweep->base_config = printed(arena, &dt_scenario_schema, base);
	return m->sweep->base_config ? DT_OK : dt_status_no_memory(m->err);
}

/* From the text with its seed, the scenario and the axes. */
static enum dt_status
name(struct dt_sweep *s, int64_t version, struct dt_arena *arena,
    struct dt_error *err)
{
	const char *body = substance(s, arena);
	char *hex = dt_arena_new(arena, 1, DT_HASH_HEX);
	s->config = printed(arena, &dt_sweep_schema, s->text);
	if (body == NULL || hex == NULL || s->config == NULL)
		return dt_status_no_memory(err);
	struct dt_text text = { 0 };
	dt_text_add(&text, "detente sweep v1\nseed %llu\nmodel %d\n%s---\n"
	    "%s", (unsigned long long)s->seed,
	    version > 0 ? (int)version : DT_MODEL_VERSION, body,
	    s->base_config);
	for (size_t a = 0; a < s->n_axes; a++)
		for (size_t i = 0; i < s->axes[a].n; i++) {
			dt_text_add(&text, "--- %s %s\n", s->axes[a].name,
			    s->axes[a].values[i].label);
			dt_node_print(s->axes[a].values[i].node, 0, &text);
		}
	unsigned char digest[DT_HASH_BYTES];
	bool failed = text.failed;
	dt_hash_of(dt_text_string(&text), text.size, digest);
	dt_text_free(&text);
	s->key = dt_hash_hex(digest, hex);
	return failed ? dt_status_no_memory(err) : DT_OK;
}

enum dt_status
dt_sweep_reseed(struct dt_sweep *sweep, uint64_t seed, struct dt_arena *arena,
    struct dt_error *err)
{
	struct dt_sweep_text *text = dt_arena_new(arena, 1, sizeof(*text));
	if (text == NULL)
		return dt_status_no_memory(err);
	*text = *sweep->text;
	text->seed = (int64_t)seed;
	sweep->text = text;
	sweep->seed = seed;
	return name(sweep, 0, arena, err);
}

/* What the call says in place of the file. */
static enum dt_status
apply(struct dt_sweep_maker *m, const struct dt_sweep_request *r,
    struct dt_sweep_text *text)
{
	bool says = dt_node_get(text->origin.node, "seed") != NULL;
	if (r->has_seed || !says)
		text->seed = (int64_t)r->seed;
	m->sweep->seed = (uint64_t)text->seed;
	if (r->runs > 0)
		text->runs = r->runs;
	if (r->engine == NULL)
		return DT_OK;
	for (int i = 0; dt_engine_words[i] != NULL; i++)
		if (strcmp(dt_engine_words[i], r->engine) == 0) {
			text->engine = i;
			return DT_OK;
		}
	return dt_status_fail(m->err, DT_EUSAGE, "there is no engine '%s'",
	    r->engine);
}

enum dt_status
dt_sweep_resolve(const struct dt_catalogue *catalogue,
    const struct dt_node *root, const struct dt_sweep_request *request,
    struct dt_sweep *sweep, struct dt_faults *faults, struct dt_error *err)
{
	struct dt_sweep_maker m = { catalogue, sweep, faults, err };
	struct dt_sweep_text *text =
	    dt_arena_new(catalogue->arena, 1, sizeof(*text));
	if (text == NULL)
		return dt_status_no_memory(err);
	*sweep = (struct dt_sweep){ .text = text };
	enum dt_status status = dt_schema_read(&dt_sweep_schema,
	    catalogue->arena, root, text, faults, err);
	if (status == DT_OK)
		status = apply(&m, request, text);
	if (status == DT_OK)
		status = make_base(&m, request);
	if (status == DT_OK)
		status = make_axes(&m);
	if (status == DT_OK)
		status = print_base(&m);
	if (status == DT_OK)
		status = name(sweep, request->model_version, catalogue->arena,
		    err);
	return status ? status : try_cells(&m, request->base == NULL);
}

enum dt_status
dt_sweep_make(const struct dt_catalogue *catalogue,
    const struct dt_sweep_request *request, struct dt_sweep *sweep,
    struct dt_faults *faults, struct dt_error *err)
{
	struct dt_node *root = NULL;
	enum dt_status status = dt_catalogue_named(catalogue, "sweep",
	    request->sweep, NULL, &root, faults, err);
	return status ? status : dt_sweep_resolve(catalogue, root, request,
	    sweep, faults, err);
}
