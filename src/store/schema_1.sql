-- The definitions of version 1 of the tables, which détente 0.1.0 wrote, letter
-- for letter: what a file of that version is held against before it is read.
-- Those of solutions are in solution.sql, then as now.

CREATE TABLE experiment (
	experiment_id   INTEGER PRIMARY KEY,
	-- the same key is the same experiment: it says by itself what was played
	experiment_key  TEXT NOT NULL UNIQUE CHECK (experiment_key <> ''),
	scenario        TEXT NOT NULL CHECK (scenario <> ''),
	title           TEXT NOT NULL,
	treaty          TEXT NOT NULL CHECK (treaty <> ''),
	payoffs         TEXT NOT NULL,
	config          TEXT NOT NULL,
	config_sha256   TEXT NOT NULL,
	-- an unsigned 64-bit number, which SQLite has not: decimal text
	seed            TEXT NOT NULL CHECK (length(seed) BETWEEN 1 AND 20
	                    AND seed NOT GLOB '*[^0-9]*'
	                    AND (seed = '0' OR seed NOT GLOB '0*')
	                    AND (length(seed) < 20
	                        OR seed <= '18446744073709551615')),
	generator       TEXT NOT NULL,
	engine          TEXT NOT NULL,
	detail          TEXT NOT NULL CHECK (detail IN ('runs', 'rounds')),
	evidence        TEXT NOT NULL
	                    CHECK (evidence IN ('none', 'epoch', 'full')),
	command         TEXT NOT NULL,
	version         TEXT NOT NULL,
	model_version   INTEGER NOT NULL,
	libraries       TEXT NOT NULL,
	runs_asked      INTEGER NOT NULL CHECK (runs_asked >= 0),
	runs_stored     INTEGER NOT NULL DEFAULT 0 CHECK (runs_stored >= 0),
	started_at      TEXT NOT NULL,
	ended_at        TEXT NOT NULL DEFAULT '' -- empty until it is whole
) STRICT;

CREATE TABLE agent (
	experiment_id   INTEGER NOT NULL REFERENCES experiment,
	agent           INTEGER NOT NULL CHECK (agent >= 1),
	name            TEXT NOT NULL CHECK (name <> ''),
	title           TEXT NOT NULL,
	kind            TEXT NOT NULL CHECK (kind <> ''),
	host            TEXT NOT NULL,
	strategy        TEXT NOT NULL CHECK (strategy <> ''),
	status          TEXT NOT NULL,
	weight          REAL NOT NULL,
	signs           INTEGER NOT NULL CHECK (signs IN (0, 1)),
	PRIMARY KEY (experiment_id, agent),
	UNIQUE (experiment_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE run (
	experiment_id       INTEGER NOT NULL REFERENCES experiment,
	run                 INTEGER NOT NULL CHECK (run >= 1),
	rounds              INTEGER NOT NULL CHECK (rounds >= 1),
	all_paused_rounds   INTEGER NOT NULL CHECK (all_paused_rounds >= 0),
	in_force_rounds     INTEGER NOT NULL CHECK (in_force_rounds >= 0),
	suspended_rounds    INTEGER NOT NULL CHECK (suspended_rounds >= 0),
	entered_round       INTEGER NOT NULL CHECK (entered_round >= 0),
	ended_round         INTEGER NOT NULL CHECK (ended_round >= 0),
	ending              TEXT NOT NULL CHECK (ending <> ''),
	first_breach_round  INTEGER NOT NULL CHECK (first_breach_round >= 0),
	PRIMARY KEY (experiment_id, run),
	-- each of these is a number of rounds of the run, or a round of it
	CHECK (max(all_paused_rounds, in_force_rounds + suspended_rounds,
	    entered_round, ended_round, first_breach_round) <= rounds)
) STRICT, WITHOUT ROWID;

CREATE TABLE outcome (
	experiment_id       INTEGER NOT NULL,
	run                 INTEGER NOT NULL,
	agent               INTEGER NOT NULL,
	rounds_paused       INTEGER NOT NULL,
	rounds_party        INTEGER NOT NULL,
	slips               INTEGER NOT NULL,
	stopped_races       INTEGER NOT NULL,
	breaches            INTEGER NOT NULL,
	alarms_right        INTEGER NOT NULL,
	alarms_wrong        INTEGER NOT NULL,
	breaches_missed     INTEGER NOT NULL,
	false_declarations  INTEGER NOT NULL,
	payoff_total        REAL NOT NULL,
	-- the parts of payoff_total that are not the stage game's, signed as
	-- they entered it
	fines_total         REAL NOT NULL CHECK (fines_total <= 0),
	monitoring_total    REAL NOT NULL CHECK (monitoring_total <= 0),
	transfers_total     REAL NOT NULL,
	PRIMARY KEY (experiment_id, run, agent),
	FOREIGN KEY (experiment_id, run) REFERENCES run,
	FOREIGN KEY (experiment_id, agent) REFERENCES agent,
	CHECK (min(rounds_paused, rounds_party, slips, stopped_races, breaches,
	    alarms_right, alarms_wrong, breaches_missed, false_declarations) >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE round (
	experiment_id   INTEGER NOT NULL,
	run             INTEGER NOT NULL,
	round           INTEGER NOT NULL CHECK (round >= 1),
	phase           TEXT NOT NULL CHECK (phase <> ''),
	PRIMARY KEY (experiment_id, run, round),
	FOREIGN KEY (experiment_id, run) REFERENCES run
) STRICT, WITHOUT ROWID;

CREATE TABLE move_code (
	-- The moves as they lie on the disk; ask the view move, which spells out
	-- the flags and says PAUSE and RACE. There are millions of these rows.
	-- Measured on one machine, CHECKs and all (rows a second, bytes a row):
	-- moves as text 1.0 million, 49; six columns of 0 and 1 1.2 million, 34;
	-- as below 1.8 million, 29.
	experiment_id   INTEGER NOT NULL,
	run             INTEGER NOT NULL,
	round           INTEGER NOT NULL,
	agent           INTEGER NOT NULL,
	-- 1 intended RACE, 2 executed RACE, 4 declared RACE, 8 party, 16 alarm,
	-- 32 stopped
	flags           INTEGER NOT NULL CHECK (flags BETWEEN 0 AND 63),
	alarms_seen     INTEGER NOT NULL CHECK (alarms_seen >= 0),
	payoff          REAL NOT NULL,
	fine            REAL NOT NULL CHECK (fine <= 0),
	PRIMARY KEY (experiment_id, run, round, agent),
	FOREIGN KEY (experiment_id, run, round) REFERENCES round,
	FOREIGN KEY (experiment_id, agent) REFERENCES agent
) STRICT, WITHOUT ROWID;

CREATE TABLE signer (
	experiment_id   INTEGER NOT NULL REFERENCES experiment,
	signer          INTEGER NOT NULL CHECK (signer >= 1),
	name            TEXT NOT NULL CHECK (name <> ''),
	role            TEXT NOT NULL CHECK (role <> ''),
	session_vkey    TEXT NOT NULL CHECK (session_vkey <> ''),
	identity_vkey   TEXT NOT NULL CHECK (identity_vkey <> ''),
	PRIMARY KEY (experiment_id, signer)
) STRICT, WITHOUT ROWID;

CREATE TABLE entry (
	experiment_id   INTEGER NOT NULL,
	leaf            INTEGER NOT NULL CHECK (leaf >= 0),
	-- kind, run, round and signer repeat what the text says, for queries
	kind            TEXT NOT NULL CHECK (kind <> ''),
	run             INTEGER NOT NULL CHECK (run >= 0),
	round           INTEGER NOT NULL CHECK (round >= 0),
	signer          INTEGER NOT NULL,
	text            TEXT NOT NULL CHECK (text <> ''),
	signature       TEXT NOT NULL CHECK (length(signature) = 88),
	PRIMARY KEY (experiment_id, leaf),
	FOREIGN KEY (experiment_id, signer) REFERENCES signer
) STRICT, WITHOUT ROWID;

CREATE TABLE checkpoint (
	-- the head of the log at the end of an epoch, signed by the log; runs are
	-- committed by whole epochs
	experiment_id   INTEGER NOT NULL REFERENCES experiment,
	epoch           INTEGER NOT NULL CHECK (epoch >= 1),
	first_run       INTEGER NOT NULL CHECK (first_run >= 1),
	last_run        INTEGER NOT NULL CHECK (last_run >= first_run),
	size            INTEGER NOT NULL CHECK (size >= 1),
	digest          TEXT NOT NULL CHECK (length(digest) = 64),
	note            TEXT NOT NULL CHECK (note <> ''),
	PRIMARY KEY (experiment_id, epoch)
) STRICT, WITHOUT ROWID;

CREATE TABLE sweep (
	sweep_id        INTEGER PRIMARY KEY,
	sweep_key       TEXT NOT NULL UNIQUE CHECK (sweep_key <> ''),
	name            TEXT NOT NULL CHECK (name <> ''),
	title           TEXT NOT NULL,
	scenario        TEXT NOT NULL CHECK (scenario <> ''),
	config          TEXT NOT NULL,
	base_config     TEXT NOT NULL,
	seed            TEXT NOT NULL CHECK (length(seed) BETWEEN 1 AND 20
	                    AND seed NOT GLOB '*[^0-9]*'),
	generator       TEXT NOT NULL,
	engine          TEXT NOT NULL,
	command         TEXT NOT NULL,
	version         TEXT NOT NULL,
	model_version   INTEGER NOT NULL,
	libraries       TEXT NOT NULL,
	runs_asked      INTEGER NOT NULL CHECK (runs_asked >= 0),
	cells           INTEGER NOT NULL CHECK (cells >= 1),
	started_at      TEXT NOT NULL,
	ended_at        TEXT NOT NULL DEFAULT '' -- empty until it is whole
) STRICT;

CREATE TABLE sweep_axis (
	sweep_id        INTEGER NOT NULL REFERENCES sweep,
	axis            INTEGER NOT NULL CHECK (axis >= 1),
	name            TEXT NOT NULL CHECK (name <> ''),
	key             TEXT NOT NULL CHECK (key <> ''),
	levels          INTEGER NOT NULL CHECK (levels >= 1),
	PRIMARY KEY (sweep_id, axis)
) STRICT, WITHOUT ROWID;

CREATE TABLE sweep_level (
	sweep_id        INTEGER NOT NULL,
	axis            INTEGER NOT NULL,
	level           INTEGER NOT NULL CHECK (level >= 1),
	value           TEXT NOT NULL,
	number          REAL NOT NULL,
	PRIMARY KEY (sweep_id, axis, level),
	FOREIGN KEY (sweep_id, axis) REFERENCES sweep_axis
) STRICT, WITHOUT ROWID;

CREATE TABLE cell (
	sweep_id                INTEGER NOT NULL REFERENCES sweep,
	cell                    INTEGER NOT NULL CHECK (cell >= 1),
	-- configuration, seed, model version, engine and runs, hashed
	cell_key                TEXT NOT NULL CHECK (length(cell_key) = 64),
	config_sha256           TEXT NOT NULL,
	engine                  TEXT NOT NULL CHECK (engine <> ''),
	states                  INTEGER NOT NULL CHECK (states >= 0),
	runs                    INTEGER NOT NULL CHECK (runs >= 0),
	pause_share             REAL NOT NULL,
	pause_share_se          REAL NOT NULL,
	all_paused_share        REAL NOT NULL,
	all_paused_share_se     REAL NOT NULL,
	payoff_per_round        REAL NOT NULL,
	payoff_per_round_se     REAL NOT NULL,
	in_force_share          REAL NOT NULL,
	suspended_share         REAL NOT NULL,
	entered_share           REAL NOT NULL,
	mean_entered_round      REAL NOT NULL,
	ended_share             REAL NOT NULL,
	mean_ended_round        REAL NOT NULL,
	breached_share          REAL NOT NULL,
	mean_breached_round     REAL NOT NULL,
	rounds_per_run          REAL NOT NULL,
	-- of all agents together, in a run
	breaches_per_run        REAL NOT NULL,
	alarms_right_per_run    REAL NOT NULL,
	alarms_wrong_per_run    REAL NOT NULL,
	missed_per_run          REAL NOT NULL,
	fines_per_run           REAL NOT NULL,
	PRIMARY KEY (sweep_id, cell)
) STRICT, WITHOUT ROWID;

CREATE TABLE cell_axis (
	sweep_id        INTEGER NOT NULL,
	cell            INTEGER NOT NULL,
	axis            INTEGER NOT NULL,
	level           INTEGER NOT NULL,
	PRIMARY KEY (sweep_id, cell, axis),
	FOREIGN KEY (sweep_id, cell) REFERENCES cell,
	FOREIGN KEY (sweep_id, axis, level) REFERENCES sweep_level
) STRICT, WITHOUT ROWID;

CREATE TABLE cell_outcome (
	sweep_id                    INTEGER NOT NULL,
	cell                        INTEGER NOT NULL,
	agent                       INTEGER NOT NULL CHECK (agent >= 1),
	name                        TEXT NOT NULL CHECK (name <> ''),
	strategy                    TEXT NOT NULL CHECK (strategy <> ''),
	pause_share                 REAL NOT NULL,
	pause_share_se              REAL NOT NULL,
	payoff_per_round            REAL NOT NULL,
	payoff_per_round_se         REAL NOT NULL,
	party_share                 REAL NOT NULL,
	breaches_per_run            REAL NOT NULL,
	alarms_right_per_run        REAL NOT NULL,
	alarms_wrong_per_run        REAL NOT NULL,
	missed_per_run              REAL NOT NULL,
	false_declarations_per_run  REAL NOT NULL,
	slips_per_run               REAL NOT NULL,
	stopped_per_run             REAL NOT NULL,
	fines_per_run               REAL NOT NULL,
	monitoring_per_run          REAL NOT NULL,
	transfers_per_run           REAL NOT NULL,
	PRIMARY KEY (sweep_id, cell, agent),
	FOREIGN KEY (sweep_id, cell) REFERENCES cell
) STRICT, WITHOUT ROWID;

CREATE TABLE schema_doc (
	table_name      TEXT NOT NULL,
	column_name     TEXT NOT NULL,
	unit            TEXT NOT NULL,
	meaning         TEXT NOT NULL CHECK (meaning <> ''),
	example         TEXT NOT NULL,
	PRIMARY KEY (table_name, column_name)
) STRICT, WITHOUT ROWID;

CREATE VIEW move AS
	-- a round of one agent, moves in words
	SELECT experiment_id, run, round, agent,
	    CAST(CASE flags & 1 WHEN 0 THEN 'PAUSE' ELSE 'RACE' END AS TEXT)
	        AS intended,
	    CAST(CASE flags & 2 WHEN 0 THEN 'PAUSE' ELSE 'RACE' END AS TEXT)
	        AS executed,
	    CAST(CASE flags & 4 WHEN 0 THEN 'PAUSE' ELSE 'RACE' END AS TEXT)
	        AS declared,
	    CAST(flags >> 3 & 1 AS INTEGER) AS party,
	    CAST(flags >> 4 & 1 AS INTEGER) AS alarm,
	    CAST(flags >> 5 & 1 AS INTEGER) AS stopped,
	    alarms_seen, payoff, fine
	FROM move_code;

CREATE VIEW tidy_rounds AS
	-- one row an agent and round, with all that is known about both: what R
	-- and pandas want
	SELECT m.experiment_id, e.scenario, e.treaty, e.payoffs, e.seed,
	    m.run, m.round, r.phase, m.agent, a.name, a.kind, a.host,
	    a.strategy, a.signs, m.intended, m.executed, m.declared, m.party,
	    m.alarm, m.stopped, m.alarms_seen, m.payoff, m.fine
	FROM move AS m
	JOIN round AS r USING (experiment_id, run, round)
	JOIN agent AS a USING (experiment_id, agent)
	JOIN experiment AS e USING (experiment_id);

CREATE VIEW run_summary AS
	-- one row a run, its agents taken together
	SELECT r.experiment_id, e.scenario, e.treaty, e.payoffs, r.run, r.rounds,
	    CAST(count(*) AS INTEGER) AS agents,
	    CAST(1.0 * sum(o.rounds_paused) / (r.rounds * count(*)) AS REAL)
	        AS pause_share,
	    CAST(1.0 * r.all_paused_rounds / r.rounds AS REAL)
	        AS all_paused_share,
	    CAST(sum(o.payoff_total) / (r.rounds * count(*)) AS REAL)
	        AS payoff_per_round,
	    CAST(1.0 * r.in_force_rounds / r.rounds AS REAL) AS in_force_share,
	    r.suspended_rounds, r.entered_round, r.ended_round, r.ending,
	    r.first_breach_round,
	    CAST(sum(o.breaches) AS INTEGER) AS breaches,
	    CAST(sum(o.alarms_right) AS INTEGER) AS alarms_right,
	    CAST(sum(o.alarms_wrong) AS INTEGER) AS alarms_wrong,
	    CAST(sum(o.breaches_missed) AS INTEGER) AS breaches_missed,
	    CAST(sum(o.slips) AS INTEGER) AS slips,
	    CAST(sum(o.fines_total) AS REAL) AS fines_total,
	    CAST(sum(o.monitoring_total) AS REAL) AS monitoring_total,
	    CAST(sum(o.transfers_total) AS REAL) AS transfers_total
	FROM run AS r
	JOIN experiment AS e USING (experiment_id)
	JOIN outcome AS o USING (experiment_id, run)
	GROUP BY r.experiment_id, r.run;

CREATE VIEW agent_summary AS
	-- one row an agent of an experiment, its runs taken together: totals
	-- divided by totals, so that a long run weighs more than a short one
	SELECT o.experiment_id, e.scenario, e.treaty, e.payoffs, o.agent, a.name,
	    a.kind, a.host, a.strategy, a.signs,
	    CAST(count(*) AS INTEGER) AS runs,
	    CAST(sum(r.rounds) AS INTEGER) AS rounds,
	    CAST(1.0 * sum(o.rounds_paused) / sum(r.rounds) AS REAL)
	        AS pause_share,
	    CAST(sum(o.payoff_total) / sum(r.rounds) AS REAL)
	        AS payoff_per_round,
	    CAST(sum(o.rounds_party) AS INTEGER) AS rounds_party,
	    CAST(sum(o.breaches) AS INTEGER) AS breaches,
	    CAST(sum(o.false_declarations) AS INTEGER) AS false_declarations,
	    CAST(sum(o.slips) AS INTEGER) AS slips,
	    CAST(sum(o.stopped_races) AS INTEGER) AS stopped_races,
	    CAST(sum(o.fines_total) AS REAL) AS fines_total,
	    CAST(sum(o.monitoring_total) AS REAL) AS monitoring_total,
	    CAST(sum(o.transfers_total) AS REAL) AS transfers_total
	FROM outcome AS o
	JOIN run AS r USING (experiment_id, run)
	JOIN agent AS a USING (experiment_id, agent)
	JOIN experiment AS e USING (experiment_id)
	GROUP BY o.experiment_id, o.agent;

CREATE VIEW false_alarms AS
	-- how good the treaty's monitoring was about each agent; a rate is NULL
	-- where there was nothing to be wrong about
	WITH total AS (
	    SELECT experiment_id, agent, sum(rounds_party) AS rounds_party,
	        sum(rounds_party) - sum(breaches) AS clean_rounds,
	        sum(breaches) AS breaches, sum(alarms_right) AS alarms_right,
	        sum(alarms_wrong) AS alarms_wrong,
	        sum(breaches_missed) AS breaches_missed
	    FROM outcome GROUP BY experiment_id, agent
	)
	SELECT t.experiment_id, e.scenario, e.treaty, t.agent, a.name,
	    CAST(t.rounds_party AS INTEGER) AS rounds_party,
	    CAST(t.clean_rounds AS INTEGER) AS clean_rounds,
	    CAST(t.alarms_wrong AS INTEGER) AS alarms_wrong,
	    CAST(1.0 * t.alarms_wrong / nullif(t.clean_rounds, 0) AS REAL)
	        AS false_alarm_rate,
	    CAST(t.breaches AS INTEGER) AS breaches,
	    CAST(t.breaches_missed AS INTEGER) AS breaches_missed,
	    CAST(1.0 * t.breaches_missed / nullif(t.breaches, 0) AS REAL)
	        AS miss_rate,
	    CAST(t.alarms_right AS INTEGER) AS alarms_right,
	    CAST(1.0 * t.alarms_right / nullif(t.alarms_right + t.alarms_wrong, 0)
	        AS REAL) AS alarm_precision
	FROM total AS t
	JOIN agent AS a USING (experiment_id, agent)
	JOIN experiment AS e USING (experiment_id);

CREATE VIEW pairwise AS
	-- each agent beside each other one: what both did, and how often the
	-- agent paused in the round after the other had paused, or raced. Each
	-- pair is there twice, once from either side. Needs detail 'rounds'.
	-- NULL for `before`: a first round.
	WITH seen AS (
	    SELECT m.experiment_id, m.agent, o.agent AS other_agent,
	        m.flags >> 1 & 1 AS own, o.flags >> 1 & 1 AS other,
	        p.flags >> 1 & 1 AS before
	    FROM move_code AS m
	    JOIN move_code AS o ON o.experiment_id = m.experiment_id
	        AND o.run = m.run AND o.round = m.round AND o.agent <> m.agent
	    LEFT JOIN move_code AS p ON p.experiment_id = m.experiment_id
	        AND p.run = m.run AND p.round = m.round - 1
	        AND p.agent = o.agent
	), total AS (
	    SELECT experiment_id, agent, other_agent, count(*) AS rounds,
	        sum(own = 0 AND other = 0) AS pause_pause,
	        sum(own = 0 AND other = 1) AS pause_race,
	        sum(own = 1 AND other = 0) AS race_pause,
	        sum(own = 1 AND other = 1) AS race_race,
	        sum(before IS 0) AS after_pause, sum(before IS 1) AS after_race,
	        sum(own = 0 AND before IS 0) AS paused_after_pause,
	        sum(own = 0 AND before IS 1) AS paused_after_race
	    FROM seen GROUP BY experiment_id, agent, other_agent
	)
	SELECT t.experiment_id, e.scenario, e.treaty, t.agent, a.name,
	    t.other_agent, b.name AS other_name,
	    CAST(t.rounds AS INTEGER) AS rounds,
	    CAST(t.pause_pause AS INTEGER) AS pause_pause,
	    CAST(t.pause_race AS INTEGER) AS pause_race,
	    CAST(t.race_pause AS INTEGER) AS race_pause,
	    CAST(t.race_race AS INTEGER) AS race_race,
	    CAST(t.after_pause AS INTEGER) AS rounds_after_pause,
	    CAST(1.0 * t.paused_after_pause / nullif(t.after_pause, 0) AS REAL)
	        AS pause_share_after_pause,
	    CAST(t.after_race AS INTEGER) AS rounds_after_race,
	    CAST(1.0 * t.paused_after_race / nullif(t.after_race, 0) AS REAL)
	        AS pause_share_after_race
	FROM total AS t
	JOIN experiment AS e USING (experiment_id)
	JOIN agent AS a USING (experiment_id, agent)
	JOIN agent AS b ON b.experiment_id = t.experiment_id
	    AND b.agent = t.other_agent;

CREATE VIEW treaty_effect AS
	-- What a treaty changes: the runs under it beside the runs of the same
	-- scenario and payoffs under treaty 'none'. A run is one observation, its
	-- share or mean over agents and rounds the value. Intervals are normal:
	-- mean and 1.96 standard errors either way, good from about 30 runs.
	-- Square roots are by Newton's rule, because not every SQLite has sqrt.
	WITH RECURSIVE value (experiment_id, scenario, payoffs, treaty, measure,
	    x) AS (
	    SELECT experiment_id, scenario, payoffs, treaty, 'pause_share',
	        pause_share
	    FROM run_summary
	    UNION ALL
	    SELECT experiment_id, scenario, payoffs, treaty,
	        'all_paused_share', all_paused_share FROM run_summary
	    UNION ALL
	    SELECT experiment_id, scenario, payoffs, treaty,
	        'payoff_per_round', payoff_per_round FROM run_summary
	), middle AS (
	    SELECT scenario, payoffs, treaty, measure,
	        count(DISTINCT experiment_id) AS experiments,
	        count(*) AS runs, avg(x) AS mean
	    FROM value GROUP BY scenario, payoffs, treaty, measure
	), spread AS (
	    -- the square of the mean's standard error; NULL for a single run
	    SELECT m.*, sum((v.x - m.mean) * (v.x - m.mean))
	        / nullif(m.runs - 1, 0) / m.runs AS square
	    FROM middle AS m
	    JOIN value AS v USING (scenario, payoffs, treaty, measure)
	    GROUP BY m.scenario, m.payoffs, m.treaty, m.measure
	), both AS (
	    SELECT t.*, n.runs AS none_runs, n.mean AS none_mean,
	        t.mean - n.mean AS effect, t.square + n.square AS effect_square
	    FROM spread AS t
	    LEFT JOIN spread AS n ON n.scenario = t.scenario
	        AND n.payoffs = t.payoffs AND n.measure = t.measure
	        AND n.treaty = 'none' AND t.treaty <> 'none'
	), newton (square, guess, step) AS (
	    SELECT square, (1 + square) / 2, 0
	    FROM (SELECT square FROM both WHERE square > 0
	        UNION SELECT effect_square FROM both WHERE effect_square > 0)
	    UNION ALL
	    SELECT square, (guess + square / guess) / 2, step + 1
	    FROM newton WHERE step < 64
	), root (square, root) AS (
	    SELECT square, guess FROM newton WHERE step = 64
	    UNION ALL
	    SELECT 0.0, 0.0
	), done AS (
	    SELECT b.*, s.root AS se, d.root AS effect_se
	    FROM both AS b
	    LEFT JOIN root AS s ON s.square = b.square
	    LEFT JOIN root AS d ON d.square = b.effect_square
	)
	SELECT scenario, payoffs, treaty, CAST(measure AS TEXT) AS measure,
	    CAST(experiments AS INTEGER) AS experiments,
	    CAST(runs AS INTEGER) AS runs, CAST(mean AS REAL) AS mean,
	    CAST(se AS REAL) AS standard_error,
	    CAST(mean - 1.96 * se AS REAL) AS low95,
	    CAST(mean + 1.96 * se AS REAL) AS high95,
	    CAST(none_runs AS INTEGER) AS none_runs,
	    CAST(none_mean AS REAL) AS none_mean, CAST(effect AS REAL) AS effect,
	    CAST(effect_se AS REAL) AS effect_standard_error,
	    CAST(effect - 1.96 * effect_se AS REAL) AS effect_low95,
	    CAST(effect + 1.96 * effect_se AS REAL) AS effect_high95
	FROM done;

CREATE VIEW sweep_cells AS
	-- one row a cell, with its place on the first three axes side by side;
	-- all axes are in the words of `settings`
	WITH setting AS (
	    SELECT c.sweep_id, c.cell, c.axis, a.name, l.value, l.number
	    FROM cell_axis AS c
	    JOIN sweep_axis AS a USING (sweep_id, axis)
	    JOIN sweep_level AS l USING (sweep_id, axis, level)
	), placed AS (
	    SELECT sweep_id, cell,
	        group_concat(name || '=' || value, ', ') AS settings,
	        max(CASE axis WHEN 1 THEN value END) AS value_1,
	        max(CASE axis WHEN 1 THEN number END) AS number_1,
	        max(CASE axis WHEN 2 THEN value END) AS value_2,
	        max(CASE axis WHEN 2 THEN number END) AS number_2,
	        max(CASE axis WHEN 3 THEN value END) AS value_3,
	        max(CASE axis WHEN 3 THEN number END) AS number_3
	    FROM setting GROUP BY sweep_id, cell
	)
	SELECT c.sweep_id, s.name AS sweep, s.scenario, c.cell,
	    CAST(p.settings AS TEXT) AS settings,
	    CAST(p.value_1 AS TEXT) AS value_1,
	    CAST(p.number_1 AS REAL) AS number_1,
	    CAST(p.value_2 AS TEXT) AS value_2,
	    CAST(p.number_2 AS REAL) AS number_2,
	    CAST(p.value_3 AS TEXT) AS value_3,
	    CAST(p.number_3 AS REAL) AS number_3,
	    c.cell_key, c.config_sha256, c.engine,
	    CAST(c.runs = 0 AS INTEGER) AS exact, c.states, c.runs,
	    c.pause_share, c.pause_share_se, c.all_paused_share,
	    c.all_paused_share_se, c.payoff_per_round, c.payoff_per_round_se,
	    c.in_force_share, c.suspended_share, c.entered_share,
	    CAST(nullif(c.mean_entered_round, 0) AS REAL) AS mean_entered_round,
	    c.ended_share,
	    CAST(nullif(c.mean_ended_round, 0) AS REAL) AS mean_ended_round,
	    c.breached_share,
	    CAST(nullif(c.mean_breached_round, 0) AS REAL)
	        AS mean_breached_round,
	    c.rounds_per_run, c.breaches_per_run, c.alarms_right_per_run,
	    c.alarms_wrong_per_run, c.missed_per_run, c.fines_per_run
	FROM cell AS c
	JOIN sweep AS s USING (sweep_id)
	JOIN placed AS p USING (sweep_id, cell);
