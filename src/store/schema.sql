-- The database of détente: what was played, by whom, and what came of it.
--
-- This text makes the tables and documents them; its comments inside the
-- statements are kept in every file (see them with .schema). Each column is
-- described once more, with unit and example, in the table schema_doc.
--
-- An experiment is one resolved configuration. It has agents and runs; a run
-- has an outcome for each agent and, where the experiment keeps the detail
-- 'rounds', its rounds with a move of each agent. Agents, runs and rounds are
-- numbered from 1 within what they belong to, so no row depends on the order
-- in which rows were written, and equal results give equal dumps.
--
-- To add a column: here, in its row of the dictionary at the end, in store.h
-- and store_write.c, and in a migration: a file migrate_A_B.sql that makes rows
-- of the new version from those of the old (see store_migrate.c). To add a
-- view: here and in the dictionary.

PRAGMA application_id = 0x44744e74; -- "DtNt"
PRAGMA user_version = 5;

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

CREATE TABLE setting (
	-- what the configuration says, a row a key: every key that bears on the
	-- play, with defaults; words for people (title, summary, facts, ...) are
	-- in experiment.config alone. A key is the path that --set takes.
	experiment_id   INTEGER NOT NULL REFERENCES experiment,
	key             TEXT NOT NULL CHECK (key <> ''),
	value           TEXT NOT NULL,
	unit            TEXT NOT NULL,
	PRIMARY KEY (experiment_id, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE run (
	experiment_id       INTEGER NOT NULL REFERENCES experiment,
	run                 INTEGER NOT NULL CHECK (run >= 1),
	rounds              INTEGER NOT NULL CHECK (rounds >= 1),
	all_paused_rounds   INTEGER NOT NULL CHECK (all_paused_rounds >= 0),
	in_force_rounds     INTEGER NOT NULL CHECK (in_force_rounds >= 0),
	suspended_rounds    INTEGER NOT NULL CHECK (suspended_rounds >= 0),
	-- NULL: it never came
	entered_round       INTEGER CHECK (entered_round >= 1),
	-- the last with the treaty
	ended_round         INTEGER CHECK (ended_round >= 1),
	ending              TEXT NOT NULL CHECK (ending <> ''),
	first_breach_round  INTEGER CHECK (first_breach_round >= 1),
	PRIMARY KEY (experiment_id, run),
	-- each of these is a number of rounds of the run, or a round of it
	CHECK (max(all_paused_rounds, in_force_rounds + suspended_rounds,
	    coalesce(entered_round, 0), coalesce(ended_round, 0),
	    coalesce(first_breach_round, 0)) <= rounds)
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
	findings_right      INTEGER NOT NULL,
	findings_wrong      INTEGER NOT NULL,
	breaches_missed     INTEGER NOT NULL,
	false_declarations  INTEGER NOT NULL,
	payoff_total        REAL NOT NULL,
	-- the parts of payoff_total that are not the stage game's: what was paid
	-- is a positive number that was subtracted; transfers, which go both
	-- ways, are signed as they entered it
	fines_total         REAL NOT NULL CHECK (fines_total >= 0),
	monitoring_total    REAL NOT NULL CHECK (monitoring_total >= 0),
	transfers_total     REAL NOT NULL,
	-- NULL: a version that did not keep it wrote the row
	rounds_bound        INTEGER CHECK (rounds_bound BETWEEN breaches
	                        AND rounds_party),
	PRIMARY KEY (experiment_id, run, agent),
	FOREIGN KEY (experiment_id, run) REFERENCES run,
	FOREIGN KEY (experiment_id, agent) REFERENCES agent,
	CHECK (min(rounds_paused, rounds_party, slips, stopped_races, breaches,
	    findings_right, findings_wrong, breaches_missed,
	    false_declarations) >= 0)
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
	-- 32 stopped, 64 finding, 128 bound; 256: a version that did not keep
	-- the last two wrote the row
	flags           INTEGER NOT NULL CHECK (flags BETWEEN 0 AND 255
	                    OR flags BETWEEN 256 AND 319),
	alarms_seen     INTEGER NOT NULL CHECK (alarms_seen >= 0),
	payoff          REAL NOT NULL,
	fine            REAL NOT NULL CHECK (fine >= 0),
	PRIMARY KEY (experiment_id, run, round, agent),
	FOREIGN KEY (experiment_id, run, round) REFERENCES round,
	FOREIGN KEY (experiment_id, agent) REFERENCES agent
) STRICT, WITHOUT ROWID;

-- What rounds come to, kept beside them so that questions over many runs need
-- not read them: of each run by itself (tally_code, pair), and of all runs of
-- an experiment round by round (round_tally). The store writes these rows with
-- those of the rounds; who adds or changes rounds by hand must change them too,
-- and `detente audit` counts again.

CREATE TABLE tally_code (
	-- how often an agent's moves in a run had these flags, in that phase of
	-- the treaty; ask the view tally, which spells out the flags
	experiment_id   INTEGER NOT NULL,
	run             INTEGER NOT NULL,
	agent           INTEGER NOT NULL,
	phase           TEXT NOT NULL CHECK (phase <> ''),
	flags           INTEGER NOT NULL, -- as in move_code
	rounds          INTEGER NOT NULL CHECK (rounds >= 1),
	-- sums over these rounds
	payoff_total    REAL NOT NULL,
	fines_total     REAL NOT NULL CHECK (fines_total >= 0),
	PRIMARY KEY (experiment_id, run, agent, phase, flags),
	FOREIGN KEY (experiment_id, run, agent) REFERENCES outcome
) STRICT, WITHOUT ROWID;

CREATE TABLE pair (
	-- two agents of a run, the one beside the other: rounds by what both
	-- executed, the agent's own move first, and what it did in the round
	-- after the other's; each pair is there twice, once from either side
	experiment_id       INTEGER NOT NULL,
	run                 INTEGER NOT NULL,
	agent               INTEGER NOT NULL,
	other_agent         INTEGER NOT NULL CHECK (other_agent <> agent),
	pause_pause         INTEGER NOT NULL CHECK (pause_pause >= 0),
	pause_race          INTEGER NOT NULL CHECK (pause_race >= 0),
	race_pause          INTEGER NOT NULL CHECK (race_pause >= 0),
	race_race           INTEGER NOT NULL CHECK (race_race >= 0),
	rounds_after_pause  INTEGER NOT NULL CHECK (rounds_after_pause >= 0),
	pauses_after_pause  INTEGER NOT NULL CHECK (pauses_after_pause
	                        BETWEEN 0 AND rounds_after_pause),
	rounds_after_race   INTEGER NOT NULL CHECK (rounds_after_race >= 0),
	pauses_after_race   INTEGER NOT NULL CHECK (pauses_after_race
	                        BETWEEN 0 AND rounds_after_race),
	PRIMARY KEY (experiment_id, run, agent, other_agent),
	FOREIGN KEY (experiment_id, run, agent) REFERENCES outcome,
	FOREIGN KEY (experiment_id, run, other_agent) REFERENCES outcome
) STRICT, WITHOUT ROWID;

CREATE TABLE round_tally (
	-- a round, all runs of the experiment that played it taken together
	experiment_id   INTEGER NOT NULL REFERENCES experiment,
	round           INTEGER NOT NULL CHECK (round >= 1),
	runs            INTEGER NOT NULL CHECK (runs >= 1),
	pauses          INTEGER NOT NULL CHECK (pauses >= 0),
	all_paused      INTEGER NOT NULL CHECK (all_paused BETWEEN 0 AND runs),
	in_force        INTEGER NOT NULL CHECK (in_force BETWEEN 0 AND runs),
	suspended       INTEGER NOT NULL CHECK (suspended BETWEEN 0 AND runs),
	alarms          INTEGER NOT NULL CHECK (alarms >= 0),
	-- NULL: a version that did not keep what they need wrote the rows
	breaches        INTEGER CHECK (breaches >= 0),
	findings        INTEGER CHECK (findings >= 0),
	PRIMARY KEY (experiment_id, round)
) STRICT, WITHOUT ROWID;

-- A class: what people who played have beside their moves. All of it is empty
-- where everything was simulated. A person is a code that says nothing of who
-- it is; one who took part in several experiments (the blocks of a lesson) is
-- there in each.

CREATE TABLE class_run (
	-- a run that people played: one group in one block of the lesson. Groups
	-- that met or exchanged members are one matching group: of what they
	-- did, that is the cluster
	experiment_id   INTEGER NOT NULL,
	run             INTEGER NOT NULL,
	block           INTEGER NOT NULL CHECK (block >= 1),
	matching_group  INTEGER NOT NULL CHECK (matching_group >= 1),
	PRIMARY KEY (experiment_id, run),
	FOREIGN KEY (experiment_id, run) REFERENCES run
) STRICT, WITHOUT ROWID;

CREATE TABLE participant (
	experiment_id   INTEGER NOT NULL REFERENCES experiment,
	participant     TEXT NOT NULL CHECK (participant <> ''),
	joined_at       TEXT NOT NULL,
	left_at         TEXT NOT NULL, -- empty: was there to the end
	consent         TEXT NOT NULL,
	excluded_why    TEXT NOT NULL, -- empty: is not excluded
	PRIMARY KEY (experiment_id, participant)
) STRICT, WITHOUT ROWID;

CREATE TABLE seat (
	-- who sat where; several of one seat are a delegation
	experiment_id   INTEGER NOT NULL,
	run             INTEGER NOT NULL,
	agent           INTEGER NOT NULL,
	participant     TEXT NOT NULL,
	PRIMARY KEY (experiment_id, run, agent, participant),
	FOREIGN KEY (experiment_id, run, agent) REFERENCES outcome,
	FOREIGN KEY (experiment_id, participant) REFERENCES participant
) STRICT, WITHOUT ROWID;

CREATE TABLE choice (
	-- how a move came about
	experiment_id   INTEGER NOT NULL,
	run             INTEGER NOT NULL,
	round           INTEGER NOT NULL,
	agent           INTEGER NOT NULL,
	source          TEXT NOT NULL CHECK (source IN ('human', 'bot',
	                    'timeout', 'paper')),
	participant     TEXT NOT NULL, -- empty: nobody, or not known who
	decided_ms      INTEGER CHECK (decided_ms >= 0), -- NULL: nobody did
	connected       INTEGER NOT NULL CHECK (connected IN (0, 1)),
	excluded_why    TEXT NOT NULL, -- empty: is not excluded by itself
	PRIMARY KEY (experiment_id, run, round, agent),
	FOREIGN KEY (experiment_id, run, agent) REFERENCES outcome
) STRICT, WITHOUT ROWID;

CREATE TABLE quiz_answer (
	experiment_id   INTEGER NOT NULL,
	participant     TEXT NOT NULL,
	question        INTEGER NOT NULL CHECK (question >= 1),
	attempt         INTEGER NOT NULL CHECK (attempt >= 1),
	answer          TEXT NOT NULL,
	correct         INTEGER NOT NULL CHECK (correct IN (0, 1)),
	PRIMARY KEY (experiment_id, participant, question, attempt),
	FOREIGN KEY (experiment_id, participant) REFERENCES participant
) STRICT, WITHOUT ROWID;

CREATE TABLE class_session (
	-- the class that a file is of: one, or none
	class           TEXT NOT NULL PRIMARY KEY CHECK (class <> ''),
	-- SHA-256 of class, lesson_sha256 and started_at: what people sign that
	-- they are in
	class_sha256    TEXT NOT NULL CHECK (length(class_sha256) = 64),
	lesson          TEXT NOT NULL CHECK (lesson <> ''),
	lesson_sha256   TEXT NOT NULL,
	lesson_text     TEXT NOT NULL,
	seed            TEXT NOT NULL,
	seats           INTEGER NOT NULL CHECK (seats >= 1),
	version         TEXT NOT NULL,
	started_at      TEXT NOT NULL,
	ended_at        TEXT NOT NULL -- empty until it is over
) STRICT, WITHOUT ROWID;

CREATE TABLE class_event (
	-- all that changed the class, in order: made again, these give the same
	-- class again, as it stood when it stopped
	event           INTEGER PRIMARY KEY CHECK (event >= 1),
	at_ms           INTEGER NOT NULL CHECK (at_ms >= 0),
	kind            TEXT NOT NULL CHECK (kind <> ''),
	who             TEXT NOT NULL,
	body            TEXT NOT NULL
) STRICT;

CREATE TABLE class_name (
	-- what people are called in the room: nothing else in a file says it, and
	-- nothing that is signed
	participant     TEXT NOT NULL PRIMARY KEY CHECK (participant <> ''),
	name            TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE class_answer (
	-- predictions, reflections, answers of the survey; of quizzes: quiz_answer
	participant     TEXT NOT NULL,
	kind            TEXT NOT NULL CHECK (kind <> ''),
	block           INTEGER NOT NULL CHECK (block >= 0),
	question        TEXT NOT NULL,
	answer          TEXT NOT NULL,
	PRIMARY KEY (participant, kind, block, question)
) STRICT, WITHOUT ROWID;

CREATE TABLE subject (
	-- of play that was imported: who sat where in a run, as the file names
	-- people, sessions and matches
	experiment_id   INTEGER NOT NULL,
	run             INTEGER NOT NULL,
	agent           INTEGER NOT NULL,
	subject         TEXT NOT NULL CHECK (subject <> ''),
	session         TEXT NOT NULL,
	match           TEXT NOT NULL CHECK (match <> ''),
	PRIMARY KEY (experiment_id, run, agent),
	FOREIGN KEY (experiment_id, run, agent) REFERENCES outcome
) STRICT, WITHOUT ROWID;

-- A race: capability that grows while labs race, and what it brings. All of it
-- is empty for games that are the same in every round. The four horsemen stand
-- in four columns and are not added up: what weighs how much is a judgement, in
-- the configuration.

CREATE TABLE race_run (
	experiment_id       INTEGER NOT NULL,
	run                 INTEGER NOT NULL,
	-- the first round of it; NULL: it never came
	disaster_round      INTEGER CHECK (disaster_round >= 1),
	monopoly_round      INTEGER CHECK (monopoly_round >= 1),
	disasters           INTEGER NOT NULL CHECK (disasters >= 0),
	-- which agent
	monopolist          INTEGER CHECK (monopolist >= 1),
	runaway_round       INTEGER CHECK (runaway_round >= 1),
	escaped             INTEGER CHECK (escaped >= 1),
	PRIMARY KEY (experiment_id, run),
	FOREIGN KEY (experiment_id, run) REFERENCES run,
	CHECK ((disasters = 0) = (disaster_round IS NULL)),
	CHECK ((monopolist IS NULL) = (monopoly_round IS NULL)),
	CHECK ((escaped IS NULL) = (runaway_round IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE race_outcome (
	experiment_id       INTEGER NOT NULL,
	run                 INTEGER NOT NULL,
	agent               INTEGER NOT NULL,
	-- behind the last round; capability NULL: without bound
	capability          REAL CHECK (capability >= 0),
	misalignment        REAL NOT NULL,
	generation          INTEGER NOT NULL CHECK (generation >= 0),
	share               REAL NOT NULL CHECK (share BETWEEN 0 AND 1.000001),
	-- what it bore, sums over rounds
	oversight_lost      REAL NOT NULL CHECK (oversight_lost >= 0),
	misaligned          REAL NOT NULL CHECK (misaligned >= 0),
	disrupted           REAL NOT NULL CHECK (disrupted >= 0),
	monopolised         REAL NOT NULL CHECK (monopolised >= 0),
	-- parts of payoff_total: the prize was added, the others, positive
	-- numbers, were subtracted
	prize_total         REAL NOT NULL CHECK (prize_total >= 0),
	oversight_loss_total    REAL NOT NULL CHECK (oversight_loss_total >= 0),
	misalignment_loss_total REAL NOT NULL
	                        CHECK (misalignment_loss_total >= 0),
	disruption_loss_total   REAL NOT NULL CHECK (disruption_loss_total >= 0),
	monopoly_loss_total     REAL NOT NULL CHECK (monopoly_loss_total >= 0),
	disaster_loss_total     REAL NOT NULL CHECK (disaster_loss_total >= 0),
	PRIMARY KEY (experiment_id, run, agent),
	FOREIGN KEY (experiment_id, run, agent) REFERENCES outcome
) STRICT, WITHOUT ROWID;

CREATE TABLE race_round (
	-- the four horsemen in a round, as who bore most of each bore it
	experiment_id       INTEGER NOT NULL,
	run                 INTEGER NOT NULL,
	round               INTEGER NOT NULL CHECK (round >= 1),
	oversight_lost      REAL NOT NULL CHECK (oversight_lost >= 0),
	misaligned          REAL NOT NULL CHECK (misaligned >= 0),
	disrupted           REAL NOT NULL CHECK (disrupted >= 0),
	monopolised         REAL NOT NULL CHECK (monopolised >= 0),
	PRIMARY KEY (experiment_id, run, round),
	FOREIGN KEY (experiment_id, run) REFERENCES run
) STRICT, WITHOUT ROWID;

CREATE TABLE race_lab (
	-- an agent with capability, behind a round
	experiment_id       INTEGER NOT NULL,
	run                 INTEGER NOT NULL,
	round               INTEGER NOT NULL CHECK (round >= 1),
	agent               INTEGER NOT NULL,
	capability          REAL CHECK (capability > 0), -- NULL: without bound
	misalignment        REAL NOT NULL,
	generation          INTEGER NOT NULL CHECK (generation >= 0),
	oversight           REAL NOT NULL CHECK (oversight BETWEEN 0 AND 1),
	share               REAL NOT NULL CHECK (share BETWEEN 0 AND 1.000001),
	-- NULL: never, or not known
	behind_years        REAL CHECK (behind_years >= 0),
	PRIMARY KEY (experiment_id, run, round, agent),
	FOREIGN KEY (experiment_id, run, agent) REFERENCES outcome
) STRICT, WITHOUT ROWID;

-- Evidence: each experiment that was played with it has a log of its own, a
-- Merkle tree (RFC 6962) whose leaves are signed texts: see detente-evidence(7).
-- What is signed is here byte for byte; `detente audit` checks it.

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

-- A sweep is a grid of cells: one scenario whose keys vary along axes. A cell
-- is an experiment of which only what it came to is kept: simulated (runs is
-- how often it was played), or exact (runs is 0 and standard errors are 0).
-- Cells are numbered in the order in which they are played.

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
	mean_entered_round      REAL,
	ended_share             REAL NOT NULL,
	mean_ended_round        REAL,
	breached_share          REAL NOT NULL,
	mean_breached_round     REAL,
	rounds_per_run          REAL NOT NULL,
	-- of all agents together, in a run
	breaches_per_run        REAL NOT NULL,
	findings_right_per_run  REAL NOT NULL,
	findings_wrong_per_run  REAL NOT NULL,
	breaches_missed_per_run REAL NOT NULL,
	fines_per_run           REAL NOT NULL,
	-- of a race; NULL: there is none
	pause_share_per_run     REAL,
	disaster_share          REAL,
	mean_disaster_round     REAL,
	monopoly_share          REAL,
	mean_monopoly_round     REAL,
	runaway_share           REAL,
	mean_runaway_round      REAL,
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
	findings_right_per_run      REAL NOT NULL,
	findings_wrong_per_run      REAL NOT NULL,
	breaches_missed_per_run     REAL NOT NULL,
	false_declarations_per_run  REAL NOT NULL,
	slips_per_run               REAL NOT NULL,
	stopped_races_per_run       REAL NOT NULL,
	fines_per_run               REAL NOT NULL,
	monitoring_per_run          REAL NOT NULL,
	transfers_per_run           REAL NOT NULL,
	-- of a race; NULL: there is none
	prize_per_run               REAL,
	oversight_loss_per_run      REAL,
	misalignment_loss_per_run   REAL,
	disruption_loss_per_run     REAL,
	monopoly_loss_per_run       REAL,
	disaster_loss_per_run       REAL,
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

CREATE TABLE query_doc (
	-- the named queries of the program that made the file
	query           TEXT PRIMARY KEY CHECK (query <> ''),
	title           TEXT NOT NULL,
	question        TEXT NOT NULL,
	about           TEXT NOT NULL,
	example         TEXT NOT NULL,
	picture         TEXT NOT NULL,
	sql             TEXT NOT NULL CHECK (sql <> '')
) STRICT, WITHOUT ROWID;

CREATE TABLE query_parameter (
	query           TEXT NOT NULL REFERENCES query_doc,
	place           INTEGER NOT NULL CHECK (place >= 1),
	parameter       TEXT NOT NULL CHECK (parameter <> ''),
	type            TEXT NOT NULL CHECK (type <> ''),
	unit            TEXT NOT NULL,
	value           TEXT NOT NULL, -- empty: it has none by itself
	meaning         TEXT NOT NULL CHECK (meaning <> ''),
	PRIMARY KEY (query, place)
) STRICT, WITHOUT ROWID;

-- Views. What they compute is cast, so that their columns have a type: DuckDB
-- reads a column without one as bytes. No function is used that a plain
-- SQLite lacks.

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
	    CAST(CASE WHEN flags < 256 THEN flags >> 6 & 1 END AS INTEGER)
	        AS finding,
	    CAST(CASE WHEN flags < 256 THEN flags >> 7 & 1 END AS INTEGER)
	        AS bound,
	    alarms_seen, payoff, fine
	FROM move_code;

CREATE VIEW tally AS
	-- how often an agent made such a move in a run: moves in words
	SELECT experiment_id, run, agent, phase,
	    CAST(CASE flags & 1 WHEN 0 THEN 'PAUSE' ELSE 'RACE' END AS TEXT)
	        AS intended,
	    CAST(CASE flags & 2 WHEN 0 THEN 'PAUSE' ELSE 'RACE' END AS TEXT)
	        AS executed,
	    CAST(CASE flags & 4 WHEN 0 THEN 'PAUSE' ELSE 'RACE' END AS TEXT)
	        AS declared,
	    CAST(flags >> 3 & 1 AS INTEGER) AS party,
	    CAST(flags >> 4 & 1 AS INTEGER) AS alarm,
	    CAST(flags >> 5 & 1 AS INTEGER) AS stopped,
	    CAST(CASE WHEN flags < 256 THEN flags >> 6 & 1 END AS INTEGER)
	        AS finding,
	    CAST(CASE WHEN flags < 256 THEN flags >> 7 & 1 END AS INTEGER)
	        AS bound,
	    rounds, payoff_total, fines_total
	FROM tally_code;

CREATE VIEW tidy_rounds AS
	-- one row an agent and round, with all that is known about both: what R
	-- and pandas want
	SELECT m.experiment_id, e.scenario, e.treaty, e.payoffs, e.seed,
	    m.run, m.round, r.phase, m.agent, a.name, a.kind, a.host,
	    a.strategy, a.signs, m.intended, m.executed, m.declared, m.party,
	    m.alarm, m.stopped, m.finding, m.bound, m.alarms_seen, m.payoff,
	    m.fine
	FROM move AS m
	JOIN round AS r USING (experiment_id, run, round)
	JOIN agent AS a USING (experiment_id, agent)
	JOIN experiment AS e USING (experiment_id);

CREATE VIEW cluster AS
	-- what of a run depends on what: the matching group of a class, else the
	-- run by itself. Intervals and tests take a cluster as one
	SELECT r.experiment_id, r.run,
	    CAST(coalesce(c.matching_group, r.run) AS INTEGER) AS cluster
	FROM run AS r
	LEFT JOIN class_run AS c USING (experiment_id, run);

CREATE VIEW class_moves AS
	-- one row a move of a class: what was done, by whom, and how it came
	-- about; excluded_why that of the move, else that of the person
	SELECT c.experiment_id, e.scenario, e.treaty, k.block, k.matching_group,
	    c.run, c.round, c.agent, a.name, c.participant, c.source,
	    c.decided_ms, c.connected,
	    CAST(coalesce(nullif(c.excluded_why, ''), p.excluded_why, '')
	        AS TEXT) AS excluded_why,
	    m.intended, m.executed, m.payoff
	FROM choice AS c
	JOIN move AS m USING (experiment_id, run, round, agent)
	JOIN agent AS a USING (experiment_id, agent)
	JOIN experiment AS e USING (experiment_id)
	LEFT JOIN class_run AS k USING (experiment_id, run)
	LEFT JOIN participant AS p ON p.experiment_id = c.experiment_id
	    AND p.participant = c.participant;

CREATE VIEW move_source AS
	-- one row a move that is kept: what chose it. human, bot, timeout and
	-- paper in a class; command: a program from outside; learner: a rule
	-- that learns; strategy: an automaton; import: it was read from a file;
	-- party: a real party said it
	SELECT m.experiment_id, m.run, m.round, m.agent,
	    CAST(coalesce(c.source, CASE WHEN e.engine IN ('import', 'party')
	        THEN e.engine WHEN s.key LIKE '%.command' THEN 'command'
	        WHEN s.key LIKE '%.learner' THEN 'learner' ELSE 'strategy' END)
	        AS TEXT) AS source
	FROM move_code AS m
	JOIN experiment AS e USING (experiment_id)
	JOIN agent AS a USING (experiment_id, agent)
	LEFT JOIN choice AS c USING (experiment_id, run, round, agent)
	LEFT JOIN setting AS s ON s.experiment_id = m.experiment_id
	    AND s.key IN ('agents.' || a.name || '.strategy.command',
	        'agents.' || a.name || '.strategy.learner');

CREATE VIEW alike_but_treaty AS
	-- experiments whose settings are the same, those of the treaty left out:
	-- kind is the first of them
	SELECT experiment_id, CAST(min(experiment_id) OVER (PARTITION BY rest)
	    AS INTEGER) AS kind
	FROM (SELECT experiment_id,
	        group_concat(key || '=' || value, char(10)) AS rest
	    FROM (SELECT experiment_id, key, value FROM setting
	        WHERE key <> 'treaty' AND key NOT GLOB 'treaty.*'
	        ORDER BY experiment_id, key)
	    GROUP BY experiment_id);

CREATE VIEW matrix_payoff AS
	-- what a round of an experiment of two, whose payoffs are a matrix, one
	-- for both or one a role, pays each agent by both moves
	SELECT experiment_id, agent,
	    max(CASE word WHEN 'temptation' THEN value END) AS temptation,
	    max(CASE word WHEN 'reward' THEN value END) AS reward,
	    max(CASE word WHEN 'punishment' THEN value END) AS punishment,
	    max(CASE word WHEN 'sucker' THEN value END) AS sucker
	FROM (SELECT a.experiment_id, a.agent, w.word,
	        CAST(coalesce(own.value, both.value) AS REAL) AS value
	    FROM agent AS a
	    JOIN setting AS f ON f.experiment_id = a.experiment_id
	        AND f.key = 'payoffs.form' AND f.value = 'matrix'
	    JOIN (SELECT 'temptation' AS word UNION ALL SELECT 'reward'
	        UNION ALL SELECT 'punishment' UNION ALL SELECT 'sucker') AS w
	    LEFT JOIN setting AS role ON role.experiment_id = a.experiment_id
	        AND role.key = 'agents.' || a.name || '.role'
	    LEFT JOIN setting AS own ON own.experiment_id = a.experiment_id
	        AND own.key = 'payoffs.roles.' || role.value || '.' || w.word
	    LEFT JOIN setting AS both ON both.experiment_id = a.experiment_id
	        AND both.key = 'payoffs.matrix.' || w.word
	    WHERE (SELECT count(*) FROM agent AS n
	            WHERE n.experiment_id = a.experiment_id) = 2
	        AND NOT EXISTS (SELECT 1 FROM setting AS s
	            WHERE s.experiment_id = a.experiment_id
	            AND (s.key = 'payoffs.pairs' AND s.value <> 'all'
	                OR s.key = 'payoffs.weighted' AND s.value <> 'no')))
	GROUP BY experiment_id, agent;

CREATE VIEW experiment_setting AS
	-- one row an experiment: the settings that are most asked for, side by
	-- side; all of them are in the table setting. NULL: the configuration
	-- says nothing of it
	SELECT e.experiment_id, e.scenario, e.treaty, e.payoffs, e.engine,
	    e.seed,
	    CAST(max(CASE s.key WHEN 'rounds' THEN s.value END) AS INTEGER)
	        AS rounds_asked,
	    CAST(max(CASE s.key WHEN 'continuation' THEN s.value END) AS REAL)
	        AS continuation,
	    CAST(max(CASE s.key WHEN 'enforcement' THEN s.value END) AS REAL)
	        AS enforcement,
	    CAST(max(CASE s.key WHEN 'noise.slip' THEN s.value END) AS REAL)
	        AS slip,
	    CAST(max(CASE s.key WHEN 'noise.public.miss' THEN s.value END) AS REAL)
	        AS public_miss,
	    CAST(max(CASE s.key WHEN 'noise.public.false_alarm' THEN s.value END) AS REAL)
	        AS public_false_alarm,
	    CAST(max(CASE s.key WHEN 'noise.private.miss' THEN s.value END) AS REAL)
	        AS private_miss,
	    CAST(max(CASE s.key WHEN 'noise.private.false_alarm' THEN s.value END) AS REAL)
	        AS private_false_alarm,
	    CAST(max(CASE s.key WHEN 'treaty.monitoring.miss' THEN s.value END) AS REAL)
	        AS treaty_miss,
	    CAST(max(CASE s.key WHEN 'treaty.monitoring.false_alarm' THEN s.value END) AS REAL)
	        AS treaty_false_alarm,
	    CAST(max(CASE s.key WHEN 'treaty.monitoring.common_mode' THEN s.value END) AS REAL)
	        AS common_mode,
	    CAST(max(CASE s.key WHEN 'treaty.monitoring.cost' THEN s.value END) AS REAL)
	        AS monitoring_cost,
	    CAST(max(CASE s.key WHEN 'treaty.response.ladder.1.fine' THEN s.value END) AS REAL)
	        AS first_fine,
	    CAST(max(CASE s.key WHEN 'treaty.response.forgive_after' THEN s.value END) AS INTEGER)
	        AS forgive_after,
	    CAST(max(CASE s.key WHEN 'treaty.bond' THEN s.value END) AS REAL)
	        AS bond,
	    CAST(max(CASE s.key WHEN 'treaty.tariff' THEN s.value END) AS REAL)
	        AS tariff,
	    CAST(max(CASE s.key WHEN 'treaty.withdrawal.notice' THEN s.value END) AS INTEGER)
	        AS notice,
	    CAST(max(CASE s.key WHEN 'treaty.duration.rounds' THEN s.value END) AS INTEGER)
	        AS treaty_rounds
	FROM experiment AS e
	LEFT JOIN setting AS s USING (experiment_id)
	GROUP BY e.experiment_id;

CREATE VIEW setting_varied AS
	-- the settings in which the experiments of this file differ: a key that
	-- has several values, or is in some and not in others
	SELECT s.experiment_id, s.key, s.value, s.unit
	FROM setting AS s
	WHERE s.key IN (SELECT key FROM setting GROUP BY key
	    HAVING count(DISTINCT value) > 1 OR count(*) <
	        (SELECT count(DISTINCT experiment_id) FROM setting));

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
	    CAST(sum(o.findings_right) AS INTEGER) AS findings_right,
	    CAST(sum(o.findings_wrong) AS INTEGER) AS findings_wrong,
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
	-- where there was nothing to be wrong about. Clean rounds are those in
	-- which RACE would have been a breach and was not played: rounds of grace
	-- are none. NULL where a version that did not keep them wrote the rows.
	WITH total AS (
	    SELECT experiment_id, agent, sum(rounds_party) AS rounds_party,
	        CASE WHEN count(rounds_bound) = count(*)
	            THEN sum(rounds_bound) - sum(breaches) END AS clean_rounds,
	        sum(breaches) AS breaches,
	        sum(findings_right) AS findings_right,
	        sum(findings_wrong) AS findings_wrong,
	        sum(breaches_missed) AS breaches_missed
	    FROM outcome GROUP BY experiment_id, agent
	)
	SELECT t.experiment_id, e.scenario, e.treaty, t.agent, a.name,
	    CAST(t.rounds_party AS INTEGER) AS rounds_party,
	    CAST(t.clean_rounds AS INTEGER) AS clean_rounds,
	    CAST(t.findings_wrong AS INTEGER) AS findings_wrong,
	    CAST(1.0 * t.findings_wrong / nullif(t.clean_rounds, 0) AS REAL)
	        AS false_alarm_rate,
	    CAST(t.breaches AS INTEGER) AS breaches,
	    CAST(t.breaches_missed AS INTEGER) AS breaches_missed,
	    CAST(1.0 * t.breaches_missed / nullif(t.breaches, 0) AS REAL)
	        AS miss_rate,
	    CAST(t.findings_right AS INTEGER) AS findings_right,
	    CAST(1.0 * t.findings_right
	        / nullif(t.findings_right + t.findings_wrong, 0) AS REAL)
	        AS alarm_precision
	FROM total AS t
	JOIN agent AS a USING (experiment_id, agent)
	JOIN experiment AS e USING (experiment_id);

CREATE VIEW pairwise AS
	-- each agent beside each other one: what both did, and how often the
	-- agent paused in the round after the other had paused, or raced; all
	-- runs taken together. Each pair is there twice, once from either side.
	-- Needs detail 'rounds'.
	WITH total AS (
	    SELECT experiment_id, agent, other_agent,
	        sum(pause_pause + pause_race + race_pause + race_race) AS rounds,
	        sum(pause_pause) AS pause_pause, sum(pause_race) AS pause_race,
	        sum(race_pause) AS race_pause, sum(race_race) AS race_race,
	        sum(rounds_after_pause) AS after_pause,
	        sum(rounds_after_race) AS after_race,
	        sum(pauses_after_pause) AS paused_after_pause,
	        sum(pauses_after_race) AS paused_after_race
	    FROM pair GROUP BY experiment_id, agent, other_agent
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
	-- What a treaty changes: its runs beside those of the same configuration
	-- in all but the treaty, under treaty 'none'. Experiments are taken
	-- together only where their configurations are alike (other seeds). A
	-- mean is that of a round: what all runs had over all their rounds, so
	-- that long runs weigh more; its standard error is the ratio
	-- estimator's (Cochran 1977, section 2.11). Runs that differ in length
	-- are worth fewer of one length (effective_runs, after Kish): Student's t
	-- has so many degrees of freedom less one, of an effect after Welch, and
	-- where they are fewer than 30 there is no interval. t is by its
	-- expansion in 1 / degrees (Abramowitz and Stegun 26.7.5), square roots
	-- are by Newton's rule, because not every SQLite has functions for them.
	WITH RECURSIVE alike (experiment_id, kind) AS (
	    -- kind: the first experiment of the same configuration
	    SELECT experiment_id, min(experiment_id) OVER (PARTITION BY config)
	    FROM experiment
	), setting (kind, experiments, scenario, payoffs, treaty, rest) AS (
	    -- rest: the configuration without the treaty's section
	    SELECT kind, count(*), scenario, payoffs, treaty,
	        substr(config, 1, instr(config, char(10) || 'treaty:' || char(10)))
	        || substr(config, instr(config, char(10) || 'noise:' || char(10)))
	    FROM experiment JOIN alike USING (experiment_id) GROUP BY kind
	), sum_of_run (kind, rounds, agents, paused, all_paused, payoff) AS (
	    SELECT kind, rounds, count(*), sum(rounds_paused),
	        all_paused_rounds, sum(payoff_total)
	    FROM outcome JOIN run USING (experiment_id, run)
	    JOIN alike USING (experiment_id) GROUP BY experiment_id, run
	), value (kind, measure, x, n) AS (
	    SELECT kind, 'pause_share', paused, 1.0 * agents * rounds
	    FROM sum_of_run
	    UNION ALL
	    SELECT kind, 'all_paused_share', all_paused, 1.0 * rounds
	    FROM sum_of_run
	    UNION ALL
	    SELECT kind, 'payoff_per_round', payoff, 1.0 * agents * rounds
	    FROM sum_of_run
	), middle AS (
	    SELECT kind, measure, count(*) AS runs, sum(n) AS n,
	        sum(x) / sum(n) AS mean, sum(n) * sum(n) / sum(n * n) AS effective
	    FROM value GROUP BY kind, measure
	), spread AS (
	    -- the square of the mean's standard error; NULL for a single run
	    SELECT m.*, sum((v.x - m.mean * v.n) * (v.x - m.mean * v.n))
	        * m.runs / nullif(m.runs - 1, 0) / m.n / m.n AS square,
	        CASE WHEN m.effective >= m.runs - 1e-6 OR m.effective >= 30
	            THEN nullif(m.effective - 1, 0) END AS degrees
	    FROM middle AS m
	    JOIN value AS v USING (kind, measure)
	    GROUP BY m.kind, m.measure
	), side AS (
	    SELECT s.*, p.measure, p.runs, p.effective, p.mean, p.square,
	        p.degrees
	    FROM setting AS s
	    JOIN spread AS p USING (kind)
	), both AS (
	    SELECT t.*, n.runs AS none_runs, n.mean AS none_mean,
	        t.mean - n.mean AS effect, t.square + n.square AS effect_square,
	        CASE WHEN t.square + n.square > 0
	            THEN (t.square + n.square) * (t.square + n.square)
	                / (t.square * t.square / t.degrees
	                + n.square * n.square / n.degrees)
	            ELSE min(t.degrees, n.degrees) END AS effect_degrees
	    FROM side AS t
	    LEFT JOIN side AS n ON n.rest = t.rest AND n.measure = t.measure
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
	), student (degrees, t) AS (
	    -- fewer than 3 as the whole number below, which is wider
	    SELECT degrees, CASE WHEN degrees < 2 THEN 12.706205
	        WHEN degrees < 3 THEN 4.302653 ELSE 1.959964
	        + 2.372271 / degrees + 2.822498 / degrees / degrees
	        + 2.555850 / degrees / degrees / degrees
	        + 1.589536 / degrees / degrees / degrees / degrees END
	    FROM (SELECT degrees FROM both WHERE degrees > 0
	        UNION SELECT effect_degrees FROM both WHERE effect_degrees > 0)
	), done AS (
	    SELECT b.*, s.root AS se, s.root * w.t AS half, d.root AS effect_se,
	        d.root * u.t AS effect_half
	    FROM both AS b
	    LEFT JOIN root AS s ON s.square = b.square
	    LEFT JOIN root AS d ON d.square = b.effect_square
	    LEFT JOIN student AS w ON w.degrees = b.degrees
	    LEFT JOIN student AS u ON u.degrees = b.effect_degrees
	)
	SELECT CAST(kind AS INTEGER) AS experiment_id, scenario, payoffs, treaty,
	    CAST(measure AS TEXT) AS measure,
	    CAST(experiments AS INTEGER) AS experiments,
	    CAST(runs AS INTEGER) AS runs,
	    CAST(effective AS REAL) AS effective_runs, CAST(mean AS REAL) AS mean,
	    CAST(se AS REAL) AS standard_error,
	    CAST(mean - half AS REAL) AS low95,
	    CAST(mean + half AS REAL) AS high95,
	    CAST(none_runs AS INTEGER) AS none_runs,
	    CAST(none_mean AS REAL) AS none_mean, CAST(effect AS REAL) AS effect,
	    CAST(effect_se AS REAL) AS effect_standard_error,
	    CAST(effect - effect_half AS REAL) AS effect_low95,
	    CAST(effect + effect_half AS REAL) AS effect_high95
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
	    c.mean_entered_round,
	    c.ended_share,
	    c.mean_ended_round,
	    c.breached_share,
	    c.mean_breached_round,
	    c.rounds_per_run, c.breaches_per_run, c.findings_right_per_run,
	    c.findings_wrong_per_run, c.breaches_missed_per_run,
	    c.fines_per_run, c.pause_share_per_run,
	    c.disaster_share, c.mean_disaster_round,
	    c.monopoly_share, c.mean_monopoly_round,
	    c.runaway_share, c.mean_runaway_round
	FROM cell AS c
	JOIN sweep AS s USING (sweep_id)
	JOIN placed AS p USING (sweep_id, cell);

-- What each column is. A name means the same wherever it stands, so it is
-- explained once; a row that names a table is for that table alone.
WITH dictionary (table_name, column_name, unit, meaning, example) AS (VALUES
	('', 'experiment_id', 'number',
	 'the experiment: a row of the table experiment', '1'),
	('', 'experiment_key', 'hex',
	 'SHA-256 of configuration, seed, model version and engine; equal keys, equal results', '9f86d081...'),
	('', 'scenario', 'name', 'who plays, for what, how long', 'two-labs'),
	('', 'title', 'text', 'a line that says what it is, for people',
	 'Two labs under a treaty'),
	('', 'treaty', 'name', 'the treaty offered; none where there is no treaty',
	 'inspected-halt'),
	('', 'payoffs', 'name', 'the payoff model', 'prisoners-dilemma'),
	('', 'config', 'YAML',
	 'the whole scenario with every default filled in; save it and run it again', 'scenario: two-labs ...'),
	('', 'config_sha256', 'hex', 'SHA-256 of config', '2c26b46b...'),
	('', 'seed', 'decimal text',
	 'of all chance in the experiment, 0 to 18446744073709551615', '42'),
	('', 'generator', 'name', 'of random numbers', 'philox4x64'),
	('', 'engine', 'name', 'the simulator that played', 'reference'),
	('', 'detail', 'word',
	 'what is kept: runs (outcomes only) or rounds (every move too)', 'rounds'),
	('', 'evidence', 'word',
	 'what is signed: none, epoch (batches of commitments) or full (every move)', 'epoch'),
	('', 'signer', 'number',
	 'who signs: a row of the table signer, from 1 within its experiment', '4'),
	('signer', 'name', 'name', 'of the agent or officer who signs', 'aurora'),
	('', 'role', 'word', 'log, referee, inspector, party or bystander', 'party'),
	('', 'session_vkey', 'vkey',
	 'the key that signs in this experiment (C2SP: name+id+base64)', 'sim/aurora/0123456789abcdef+...'),
	('', 'identity_vkey', 'vkey', 'the key that signed for session_vkey',
	 'sim/aurora+...'),
	('', 'leaf', 'number', 'the place of the entry in the log, from 0', '17'),
	('entry', 'kind', 'word', 'of entry: register, commit, open, finding, ...',
	 'commit'),
	('entry', 'run', 'number', 'that the entry is about; 0: none', '7'),
	('entry', 'round', 'number', 'that the entry is about; 0: none', '17'),
	('', 'text', 'text', 'what is signed, byte for byte',
	 'detente.example/commit/v1 ...'),
	('', 'signature', 'base64', 'Ed25519 over text', 'q83v...'),
	('', 'epoch', 'number', 'a stretch of runs that were committed together',
	 '3'),
	('', 'first_run', 'number', 'of the epoch', '17'),
	('', 'last_run', 'number', 'of the epoch', '24'),
	('', 'size', 'entries', 'in the log at the end of the epoch', '412'),
	('', 'digest', 'hex',
	 'Merkle root over the rows of the epoch''s runs, as the referee signed it', '9f86d081...'),
	('', 'note', 'text', 'the signed C2SP checkpoint',
	 'sim/log/0123456789abcdef ...'),
	('', 'command', 'shell', 'the command line that reproduces the experiment',
	 'detente run two-labs --seed 42'),
	('', 'version', 'text', 'of détente; -dirty if its sources were changed',
	 '0.1.0'),
	('', 'model_version', 'number',
	 'changes whenever the same seed would give other results', '1'),
	('', 'libraries', 'text', 'versions of the libraries in use',
	 'gsl 2.7.1, sqlite 3.40.1'),
	('', 'runs_asked', 'runs', 'how many were asked for', '1000'),
	('', 'runs_stored', 'runs',
	 'how many the file had when the experiment ended; 0 while unfinished', '1000'),
	('', 'started_at', 'UTC', 'when the experiment began, ISO 8601',
	 '2026-06-01T12:00:00Z'),
	('', 'ended_at', 'UTC', 'when it was whole; empty if it is not',
	 '2026-06-01T12:00:09Z'),
	('', 'agent', 'number',
	 'the agent, from 1 in the scenario''s order, within its experiment', '1'),
	('', 'name', 'name', 'of the agent, unique in its experiment', 'aurora'),
	('', 'kind', 'word', 'lab or nation', 'lab'),
	('', 'host', 'name', 'the nation that may police it; empty for none',
	 'atlantis'),
	('', 'strategy', 'name', 'the rule by which the agent moves', 'grim'),
	('', 'status', 'word',
	 'how far the agent''s description is fact: sourced, stylised or opinion', 'stylised'),
	('', 'weight', 'share', 'what it counts for where a treaty weighs parties',
	 '0.25'),
	('', 'signs', '0 or 1', '1 if the treaty names it and it signs', '1'),
	('', 'run', 'number', 'a play of the game, from 1 within its experiment',
	 '17'),
	('', 'rounds', 'rounds', 'played in the run', '200'),
	('agent_summary', 'rounds', 'rounds', 'played in all its runs', '200000'),
	('pairwise', 'rounds', 'rounds', 'in which both moved', '200000'),
	('', 'all_paused_rounds', 'rounds',
	 'in which every agent executed PAUSE: the halt held', '180'),
	('', 'in_force_rounds', 'rounds', 'in which the treaty was in force', '190'),
	('', 'suspended_rounds', 'rounds', 'in which the treaty was suspended', '10'),
	('', 'entered_round', 'round',
	 'the first in which the treaty was in force; NULL: never', '3'),
	('', 'ended_round', 'round',
	 'the last in which the treaty was in force or suspended; NULL: it outlived the run', '120'),
	('', 'ending', 'word',
	 'why the treaty ended: none, response, sunset, lapse, deserted, review', 'response'),
	('', 'first_breach_round', 'round', 'of the first breach; NULL: none', '57'),
	('', 'rounds_paused', 'rounds', 'in which the agent executed PAUSE', '180'),
	('', 'rounds_party', 'rounds',
	 'in which the agent was a party of the treaty in force', '190'),
	('', 'slips', 'moves', 'that came out other than intended, by chance', '2'),
	('', 'stopped_races', 'moves', 'of RACE that the host nation stopped', '0'),
	('', 'breaches', 'moves',
	 'of RACE executed while the treaty in force forbade it, seen or not', '4'),
	('', 'rounds_bound', 'rounds',
	 'of rounds_party, those in which RACE was a breach: not in grace', '150'),
	('', 'findings_right', 'findings',
	 'of the treaty at a breach: by a public alarm, or by accusers', '3'),
	('', 'findings_wrong', 'findings', 'of the treaty where there was no breach',
	 '1'),
	('', 'breaches_missed', 'moves', 'breaches without a finding', '1'),
	('', 'false_declarations', 'moves',
	 'that a party declared to be other than what it executed', '4'),
	('', 'payoff_total', 'payoff', 'over the run, all flows included', '541.5'),
	('', 'fines_total', 'payoff',
	 'fines paid, subtracted from payoff_total; >= 0', '12.0'),
	('', 'monitoring_total', 'payoff',
	 'cost of monitoring, subtracted from payoff_total; >= 0', '9.5'),
	('', 'transfers_total', 'payoff',
	 'the part of payoff from side payments and tariffs; paid is < 0', '3.0'),
	('', 'round', 'number', 'a period of play, from 1 within its run', '57'),
	('', 'phase', 'word', 'of the treaty in that round: none, open, in force, suspended, ended',
	 'in force'),
	('', 'flags', 'bits',
	 'a sum: 1 intended RACE, 2 executed RACE, 4 declared RACE, 8 party, 16 alarm, 32 stopped, 64 finding, 128 bound, 256 these two unknown', '10'),
	('', 'intended', 'move', 'what its strategy chose: PAUSE or RACE', 'PAUSE'),
	('', 'executed', 'move', 'what it did: PAUSE or RACE', 'RACE'),
	('', 'declared', 'move', 'what it signed for: PAUSE or RACE', 'PAUSE'),
	('', 'party', '0 or 1', '1 if a party of the treaty in force or suspended',
	 '1'),
	('', 'alarm', '0 or 1', '1 if a public alarm said that it raced', '1'),
	('', 'finding', '0 or 1',
	 '1 if the treaty responded to it: what a fine follows from', '1'),
	('', 'bound', '0 or 1', '1 if RACE by it would be a breach', '1'),
	('', 'stopped', '0 or 1', '1 if its host nation stopped its RACE', '0'),
	('', 'alarms_seen', 'agents', 'others that this agent saw racing', '1'),
	('', 'payoff', 'payoff', 'of the round, all flows included', '3.0'),
	('', 'fine', 'payoff', 'paid in the round, subtracted from payoff; >= 0',
	 '2.0'),
	('', 'agents', 'agents', 'in the scenario', '2'),
	('run_summary', 'pause_share', 'share',
	 'executed PAUSE / moves, all agents of the run', '0.92'),
	('agent_summary', 'pause_share', 'share',
	 'executed PAUSE / rounds, all runs of the agent', '0.92'),
	('', 'all_paused_share', 'share', 'all_paused_rounds / rounds', '0.9'),
	('run_summary', 'payoff_per_round', 'payoff',
	 'mean payoff of an agent and round of the run', '2.7'),
	('agent_summary', 'payoff_per_round', 'payoff',
	 'mean payoff of a round, all runs of the agent', '2.7'),
	('', 'in_force_share', 'share', 'in_force_rounds / rounds', '0.95'),
	('', 'runs', 'runs', 'that the row is made of', '1000'),
	('', 'clean_rounds', 'rounds', 'rounds_bound - breaches', '186'),
	('', 'false_alarm_rate', 'share',
	 'findings_wrong / clean_rounds; NULL without any', '0.05'),
	('', 'miss_rate', 'share', 'breaches_missed / breaches; NULL without any',
	 '0.2'),
	('', 'alarm_precision', 'share',
	 'findings_right / all findings: how often one is true; NULL without any', '0.75'),
	('', 'subject', 'name', 'a person, as the imported file names it', '62'),
	('', 'session', 'name',
	 'of the experiment in which they met, as the file says; empty: it does not',
	 '2'),
	('', 'match', 'name', 'that a subject played, as the file names it', '17'),
	('', 'other_agent', 'number', 'the agent it is compared with', '2'),
	('', 'other_name', 'name', 'of the other agent', 'borealis'),
	('', 'pause_pause', 'rounds', 'in which both executed PAUSE', '150'),
	('', 'pause_race', 'rounds', 'in which it paused and the other raced', '20'),
	('', 'race_pause', 'rounds', 'in which it raced and the other paused', '10'),
	('', 'race_race', 'rounds', 'in which both executed RACE', '20'),
	('', 'pause_share_after_pause', 'share',
	 'of rounds_after_pause in which it paused; NULL without any', '0.95'),
	('', 'pause_share_after_race', 'share',
	 'of rounds_after_race in which it paused; NULL without any', '0.1'),
	('', 'rounds_after_pause', 'rounds',
	 'that followed a round in which the other paused', '160'),
	('', 'rounds_after_race', 'rounds',
	 'that followed a round in which the other raced', '39'),
	('', 'pauses_after_pause', 'rounds',
	 'of rounds_after_pause, those in which it paused', '150'),
	('', 'pauses_after_race', 'rounds',
	 'of rounds_after_race, those in which it paused', '4'),
	('tally_code', 'rounds', 'rounds', 'with such a move, in that phase', '12'),
	('tally', 'rounds', 'rounds', 'with such a move, in that phase', '12'),
	('tally_code', 'payoff_total', 'payoff', 'over these rounds', '36.0'),
	('tally', 'payoff_total', 'payoff', 'over these rounds', '36.0'),
	('tally_code', 'fines_total', 'payoff',
	 'fines paid in these rounds, subtracted from payoff_total; >= 0', '0.0'),
	('tally', 'fines_total', 'payoff',
	 'fines paid in these rounds, subtracted from payoff_total; >= 0', '0.0'),
	('round_tally', 'runs', 'runs', 'of the experiment that played that round',
	 '1000'),
	('', 'pauses', 'moves', 'PAUSE executed in it, of all agents and runs',
	 '1830'),
	('', 'all_paused', 'runs', 'in which every agent executed PAUSE', '880'),
	('', 'in_force', 'runs', 'in which the treaty was in force', '950'),
	('', 'suspended', 'runs', 'in which the treaty was suspended', '10'),
	('', 'alarms', 'alarms', 'public ones, of all agents and runs', '60'),
	('round_tally', 'breaches', 'moves',
	 'of RACE in it by those bound to pause; NULL: not kept', '40'),
	('', 'findings', 'findings',
	 'of the treaty in it, right and wrong; NULL: not kept', '35'),
	('class_session', 'class', 'name', 'of the class: letters and digits', 'k7q2mp'),
	('', 'class_sha256', 'hex',
	 'SHA-256 of class, lesson_sha256 and started_at', '9f86d081...'),
	('', 'lesson', 'name', 'of the lesson, or the path of its file',
	 'pause-and-race'),
	('', 'lesson_sha256', 'hex', 'SHA-256 of lesson_text', '2c26b46b...'),
	('', 'lesson_text', 'YAML', 'the lesson, every default written out',
	 'lesson: pause-and-race...'),
	('', 'seats', 'seats', 'that were opened for people', '24'),
	('class_event', 'event', 'number', 'of the event, from 1', '17'),
	('', 'at_ms', 'milliseconds', 'since the class began', '81250'),
	('class_event', 'kind', 'word',
	 'what was asked for (join, move, ...), or tick, here, gone, resumed',
	 'move'),
	('', 'who', 'code',
	 'of a person, teacher, or of who joins the hash of a token', 'p0a1b2c3d'),
	('', 'body', 'JSON', 'what was sent', '{"yes":true}'),
	('class_name', 'name', 'name',
	 'in the room; empty: it was taken out', 'Ann'),
	('class_answer', 'kind', 'word', 'predict, reflect or survey', 'predict'),
	('class_answer', 'block', 'number',
	 'of the lesson, from 1; 0: the whole lesson', '2'),
	('class_answer', 'question', 'key',
	 'of the survey; empty: the one of its kind', 'age'),
	('', 'block', 'number', 'of the lesson, in order, from 1', '2'),
	('', 'matching_group', 'number',
	 'of those who met or exchanged members; what depends on what', '3'),
	('', 'cluster', 'number',
	 'of what depends on each other: the matching group of a class, else the run', '17'),
	('', 'participant', 'code', 'of a person; says nothing of who it is',
	 'p07'),
	('', 'joined_at', 'UTC', 'when the person came, ISO 8601',
	 '2026-06-01T12:00:00Z'),
	('', 'left_at', 'UTC', 'when it went before the end; empty: it stayed', ''),
	('', 'consent', 'version', 'of the text it agreed to; empty: to none',
	 '1'),
	('', 'excluded_why', 'text',
	 'why the analysis leaves it out; empty: it does not', 'asked to be left out'),
	('alike_but_treaty', 'kind', 'number',
	 'the first experiment that differs from this in the treaty alone', '1'),
	('', 'temptation', 'payoff', 'T of a round: I race, the other pauses', '5'),
	('', 'reward', 'payoff', 'R of a round: both pause', '3'),
	('', 'punishment', 'payoff', 'P of a round: both race', '1'),
	('', 'sucker', 'payoff', 'S of a round: I pause, the other races', '0'),
	('move_source', 'source', 'word',
	 'what chose the move: strategy, learner, command (a program), import, '
	 || 'party; of a class human, bot, timeout, paper', 'strategy'),
	('', 'source', 'word',
	 'whose the move is: human, bot, timeout (a stand-in''s) or paper (a card)', 'human'),
	('', 'decided_ms', 'milliseconds',
	 'from the question to the answer; NULL: nobody answered', '4200'),
	('', 'connected', '0 or 1', '1 if the seat was connected then', '1'),
	('', 'question', 'number', 'of the quiz, from 1', '4'),
	('', 'attempt', 'number', 'of the person at the question, from 1', '1'),
	('', 'answer', 'text', 'that was given', '3 rounds'),
	('', 'correct', '0 or 1', '1 if it was right', '1'),
	('', 'measure', 'word',
	 'the figure, as in the table cell', 'pause_share'),
	('treaty_effect', 'experiment_id', 'number',
	 'the experiment: the first of those taken together', '1'),
	('', 'experiments', 'experiments',
	 'whose runs are taken together: of one configuration', '1'),
	('', 'effective_runs', 'runs',
	 'of one length that are worth as much as these', '512.3'),
	('', 'mean', 'as measure', 'of a round under the treaty', '0.92'),
	('', 'standard_error', 'as measure', 'of mean; NULL for a single run',
	 '0.004'),
	('', 'low95', 'as measure',
	 'lower end of the 95% interval of mean; NULL: too few runs', '0.912'),
	('', 'high95', 'as measure', 'upper end of the 95% interval of mean',
	 '0.928'),
	('', 'none_runs', 'runs',
	 'without treaty, same scenario and payoffs; NULL where there are none', '1000'),
	('', 'none_mean', 'as measure', 'of a round without treaty', '0.41'),
	('', 'effect', 'as measure', 'mean - none_mean', '0.51'),
	('', 'effect_standard_error', 'as measure', 'of effect', '0.009'),
	('', 'effect_low95', 'as measure',
	 'lower end of the 95% interval of effect; NULL: too few runs', '0.492'),
	('', 'effect_high95', 'as measure',
	 'upper end of the 95% interval of effect', '0.528'),
	('', 'sweep_id', 'number',
	 'the sweep: a row of the table sweep', '1'),
	('', 'sweep_key', 'hex',
	 'SHA-256 of its files, seed, runs, engine and model version', '9f86d081...'),
	('sweep', 'name', 'name',
	 'of the sweep', 'verification'),
	('sweep', 'config', 'YAML',
	 'the sweep file, every default written out', 'sweep: verification...'),
	('', 'base_config', 'YAML',
	 'the scenario before the axes change it', 'scenario: two-powers...'),
	('sweep', 'engine', 'name',
	 'that was asked for', 'auto'),
	('sweep', 'runs_asked', 'runs',
	 'a cell, where it is simulated', '1000'),
	('', 'cells', 'cells',
	 'of the whole grid', '441'),
	('', 'axis', 'number',
	 'of the axis in the sweep file, from 1', '1'),
	('sweep_axis', 'name', 'name',
	 'of the axis', 'miss'),
	('', 'key', 'path',
	 'the key of the scenario that changes', 'treaty.monitoring.miss'),
	('', 'levels', 'values',
	 'on the axis', '21'),
	('', 'level', 'number',
	 'of the value on its axis, from 1', '3'),
	('', 'value', 'text',
	 'on the axis, as it is written', '0.1'),
	('', 'number', 'as value',
	 'the value; for a word its level', '0.1'),
	('', 'cell', 'number',
	 'of the cell, in the order in which cells are played', '17'),
	('', 'cell_key', 'hex',
	 'SHA-256 of configuration, seed, model version, engine and runs', '2c26b46b...'),
	('cell', 'engine', 'name',
	 'that answered: chain is exact, lanes and reference simulate', 'chain'),
	('', 'states', 'states',
	 'joint states of the exact engine; 0 where simulated', '12'),
	('cell', 'runs', 'runs',
	 'simulated; 0: exact', '1000'),
	('', 'pause_share_se', 'share',
	 'standard error of pause_share; 0 if exact', '0.004'),
	('', 'all_paused_share_se', 'share',
	 'standard error of all_paused_share; 0 if exact', '0.004'),
	('', 'payoff_per_round_se', 'payoff',
	 'standard error of payoff_per_round; 0 if exact', '0.01'),
	('', 'suspended_share', 'share',
	 'of rounds in which the treaty was suspended', '0.02'),
	('', 'entered_share', 'share',
	 'of runs in which the treaty entered into force', '1.0'),
	('', 'mean_entered_round', 'round',
	 'in which it did, where it did; NULL: never', '1.0'),
	('', 'ended_share', 'share',
	 'of runs in which the treaty ended', '0.25'),
	('', 'mean_ended_round', 'round',
	 'the last with the treaty, where it ended; NULL: never, or of version 1', '61.5'),
	('', 'breached_share', 'share',
	 'of runs with a breach', '0.75'),
	('', 'mean_breached_round', 'round',
	 'of the first one, where there was one; NULL: none', '12.5'),
	('', 'rounds_per_run', 'rounds',
	 'mean length of a run', '100.0'),
	('', 'breaches_per_run', 'per run',
	 'moves of RACE by a party in force', '1.5'),
	('', 'findings_right_per_run', 'per run',
	 'findings at a breach', '1.2'),
	('', 'findings_wrong_per_run', 'per run',
	 'findings at a pause', '0.4'),
	('', 'breaches_missed_per_run', 'per run',
	 'breaches without a finding', '0.3'),
	('', 'false_declarations_per_run', 'per run',
	 'declarations in force of what was not executed', '0.8'),
	('', 'slips_per_run', 'per run',
	 'executed moves that were not intended', '1.0'),
	('', 'stopped_races_per_run', 'per run',
	 'races that the host nation stopped', '0.5'),
	('', 'fines_per_run', 'payoff',
	 'fines paid, subtracted from payoff; >= 0', '2.5'),
	('', 'monitoring_per_run', 'payoff',
	 'cost of monitoring, subtracted from payoff; >= 0', '5.0'),
	('', 'transfers_per_run', 'payoff',
	 'side payments, tariffs and shares, signed as they entered', '0.0'),
	('', 'party_share', 'share',
	 'of rounds as a party of the treaty in force', '0.9'),
	('', 'disaster_round', 'round',
	 'of the first disaster; NULL: none', '37'),
	('', 'monopoly_round', 'round',
	 'in which a lab became a monopoly; NULL: never', '52'),
	('', 'disasters', 'rounds',
	 'with a disaster; one at most where it ends the run', '1'),
	('', 'monopolist', 'number',
	 'of the agent that became a monopoly; NULL: none', '2'),
	('', 'runaway_round', 'round',
	 'in which capability grew without bound; NULL: never', '81'),
	('', 'escaped', 'number',
	 'of the agent whose capability did; NULL: none', '2'),
	('', 'capability', 'capability',
	 'of the lab; 1 is the leader at the start; 0: it has none; NULL: without bound', '3.2'),
	('', 'misalignment', 'number',
	 'm of the lab: drifts from generation to generation; 1 at the start', '1.05'),
	('', 'generation', 'number',
	 'of the lab, from 0: how often capability has grown by the factor of a generation', '2'),
	('', 'oversight', 'share',
	 'of the lab that review can look at: min(1, Rv/C)', '0.8'),
	('', 'share', 'share',
	 'of the prize: C^w/sum C^w; a nation has that of the labs it hosts', '0.4'),
	('', 'behind_years', 'years',
	 'until the lab, racing alone, is where the leader is; NULL: never, or not known where compute is scarce', '0.5'),
	('', 'oversight_lost', 'share',
	 'horseman 1: 1 - oversight of the lab that is overseen least', '0.2'),
	('', 'misaligned', 'number',
	 'horseman 2: misalignment, without its sign, of the lab that has most', '1.05'),
	('', 'disrupted', 'number',
	 'horseman 3: growth beyond what nations adapt to; 0 for labs', '0.1'),
	('', 'monopolised', '0 or 1',
	 'horseman 4: 1 where another is a monopoly', '0.0'),
	('', 'prize_total', 'payoff',
	 'its share of the prize over the run, added in payoff', '12.0'),
	('', 'oversight_loss_total', 'payoff',
	 'for lost oversight, subtracted in payoff', '1.0'),
	('', 'misalignment_loss_total', 'payoff',
	 'for misalignment, subtracted in payoff', '1.0'),
	('', 'disruption_loss_total', 'payoff',
	 'for disruption, subtracted in payoff', '1.0'),
	('', 'monopoly_loss_total', 'payoff',
	 'for another''s monopoly, subtracted in payoff', '1.0'),
	('', 'disaster_loss_total', 'payoff',
	 'for disasters, subtracted in payoff', '20.0'),
	('', 'pause_share_per_run', 'share',
	 'of rounds paused, the mean over runs of each run''s own, long or short; NULL: no race', '0.8'),
	('', 'disaster_share', 'share',
	 'of runs with a disaster; NULL: no race', '0.1'),
	('', 'mean_disaster_round', 'round',
	 'of the first one, where there was one; NULL: none', '40.5'),
	('', 'monopoly_share', 'share',
	 'of runs in which a lab became a monopoly; NULL: no race', '0.2'),
	('', 'mean_monopoly_round', 'round',
	 'in which it did, where it did; NULL: never', '60.5'),
	('', 'runaway_share', 'share',
	 'of runs in which capability grew without bound; NULL: no race', '0.2'),
	('', 'mean_runaway_round', 'round',
	 'in which it did, where it did; NULL: never', '80.5'),
	('', 'prize_per_run', 'payoff',
	 'its share of the prize, a part of payoff; NULL: no race', '12.0'),
	('', 'oversight_loss_per_run', 'payoff',
	 'for lost oversight, subtracted; >= 0; NULL: no race', '1.0'),
	('', 'misalignment_loss_per_run', 'payoff',
	 'for misalignment, subtracted; >= 0; NULL: no race', '1.0'),
	('', 'disruption_loss_per_run', 'payoff',
	 'for disruption, subtracted; >= 0; NULL: no race', '1.0'),
	('', 'monopoly_loss_per_run', 'payoff',
	 'for another''s monopoly, subtracted; >= 0; NULL: no race', '1.0'),
	('', 'disaster_loss_per_run', 'payoff',
	 'for disasters, subtracted; >= 0; NULL: no race', '20.0'),
	('sweep_cells', 'sweep', 'name',
	 'of the sweep', 'verification'),
	('', 'settings', 'text',
	 'the value on each axis', 'miss=0.1, fine=2'),
	('sweep_cells', 'runs', 'runs',
	 'simulated; 0: exact', '1000'),
	('sweep_cells', 'engine', 'name',
	 'that answered', 'lanes'),
	('', 'exact', '0 or 1',
	 '1: worked out and not simulated', '1'),
	('', 'value_1', 'text',
	 'on axis 1, as it is written; NULL: there is no such axis', '0.1'),
	('', 'number_1', 'as value',
	 'of value_1; for a word its level', '0.1'),
	('', 'value_2', 'text',
	 'on axis 2, as it is written; NULL: there is no such axis', '0.1'),
	('', 'number_2', 'as value',
	 'of value_2; for a word its level', '0.1'),
	('', 'value_3', 'text',
	 'on axis 3, as it is written; NULL: there is no such axis', '0.1'),
	('', 'number_3', 'as value',
	 'of value_3; for a word its level', '0.1'),
	('cell', 'all_paused_share', 'share',
	 'of rounds in which every agent executed PAUSE', '0.9'),
	('cell', 'in_force_share', 'share',
	 'of rounds in which the treaty was in force', '0.95'),
	('cell', 'pause_share', 'share',
	 'of rounds paused, the mean over agents', '0.83'),
	('cell', 'payoff_per_round', 'payoff',
	 'a round, the mean over agents', '2.25'),
	('sweep_cells', 'pause_share', 'share',
	 'of rounds paused, the mean over agents', '0.83'),
	('sweep_cells', 'payoff_per_round', 'payoff',
	 'a round, the mean over agents', '2.25'),
	('cell_outcome', 'pause_share', 'share', 'of rounds in which it paused',
	 '0.83'),
	('cell_outcome', 'payoff_per_round', 'payoff',
	 'mean of a round, all flows included', '2.25'),
	('setting', 'key', 'path',
	 'of the setting, as --set takes it', 'noise.slip'),
	('setting', 'value', 'as unit',
	 'as the configuration has it, default or not', '0.01'),
	('setting', 'unit', 'text',
	 'of value; empty for words and plain numbers', 'chance'),
	('setting_varied', 'key', 'path',
	 'of the setting, as --set takes it', 'noise.slip'),
	('setting_varied', 'value', 'as unit',
	 'as the configuration has it, default or not', '0.01'),
	('setting_varied', 'unit', 'text',
	 'of value; empty for words and plain numbers', 'chance'),
	('', 'rounds_asked', 'rounds',
	 'of a run, at most; 0: only continuation ends it', '200'),
	('', 'continuation', 'chance',
	 'that a round is followed by another', '0.99'),
	('', 'enforcement', 'chance',
	 'that a host nation that pauses stops the RACE of its lab', '0.9'),
	('', 'slip', 'chance',
	 'that an executed move is not the intended one', '0.01'),
	('', 'public_miss', 'chance',
	 'that a public signal shows no RACE where there was one, without treaty', '0.1'),
	('', 'public_false_alarm', 'chance',
	 'that a public signal shows a RACE where there was none, without treaty', '0.05'),
	('', 'private_miss', 'chance',
	 'that an agent sees no RACE where there was one, without treaty', '0.1'),
	('', 'private_false_alarm', 'chance',
	 'that an agent sees a RACE where there was none, without treaty', '0.05'),
	('', 'treaty_miss', 'chance',
	 'that the treaty misses a RACE, where it says so itself; NULL: its channels say', '0.1'),
	('', 'treaty_false_alarm', 'chance',
	 'that the treaty raises a false alarm, where it says so itself; NULL: its channels say', '0.05'),
	('', 'common_mode', 'chance',
	 'that all signals of a round err together', '0.1'),
	('', 'monitoring_cost', 'payoff',
	 'of monitoring, a party and round, beside that of the channels', '0.02'),
	('', 'first_fine', 'payoff',
	 'of the first step of the ladder', '2'),
	('', 'forgive_after', 'rounds',
	 'without a finding that take a strike away; 0: never', '12'),
	('', 'bond', 'payoff',
	 'that a party deposits', '10'),
	('', 'tariff', 'payoff',
	 'that parties charge those outside, a round', '0'),
	('', 'notice', 'rounds',
	 'between a notice of withdrawal and its effect', '6'),
	('', 'treaty_rounds', 'rounds',
	 'that the treaty lasts; 0: without end', '60'),
	('', 'table_name', 'name', 'a table or view of this file', 'outcome'),
	('', 'column_name', 'name', 'of its column', 'slips'),
	('', 'unit', 'text',
	 'what its numbers count; payoff has the unit of the payoff model', 'rounds'),
	('', 'meaning', 'text', 'what it says', 'played in the run'),
	('', 'example', 'text', 'a value it may have', '200'),
	('', 'query', 'name', 'of a named query: detente query DB NAME',
	 'treaty-effect'),
	('query_doc', 'question', 'text', 'that it answers',
	 'Did the treaty change it, and by how much?'),
	('', 'about', 'text', 'what its answer tells, and how to read it',
	 'One row a configuration and measure...'),
	('query_doc', 'example', 'text',
	 'parameters to try it with, each NAME=VALUE; empty: without any',
	 'measure=pause_share'),
	('', 'picture', 'text',
	 'how its answer is drawn: kind, then columns; empty: it is not',
	 'bars x=treaty y=effect'),
	('', 'sql', 'SQL', 'its text; a parameter is :NAME in it', 'SELECT ...'),
	('', 'place', 'number', 'of the parameter among those of the query, from 1',
	 '1'),
	('', 'parameter', 'name', 'of what the query takes: --set NAME=VALUE',
	 'measure'),
	('', 'type', 'word', 'of the value: integer, number, text, or words: up|down',
	 'text'),
	('query_parameter', 'unit', 'text', 'of the value; empty: none', 'name'),
	('query_parameter', 'value', 'text',
	 'that it has by itself; empty: none, which is NULL', 'pause_share')
)
INSERT INTO schema_doc
SELECT s.name, p.name, d.unit, d.meaning, d.example
FROM sqlite_schema AS s
JOIN pragma_table_info(s.name) AS p
JOIN dictionary AS d ON d.column_name = p.name
    AND d.table_name = coalesce((SELECT e.table_name FROM dictionary AS e
        WHERE e.table_name = s.name AND e.column_name = p.name), '')
WHERE s.type IN ('table', 'view');
