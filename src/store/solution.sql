-- What `detente solve -o DB` keeps: what solvers found. A part of its own of
-- the tables, since files that were written before it was made lack it: it is
-- added to them when the first solution is kept, and is in every new file.
--
-- A solution is an answer to a question, with tables of its own, whose cells
-- are rows of solution_cell; the view solution_values has them with NULL where
-- there is no value. Solutions are not evidence: nothing of them is signed,
-- and `detente audit` looks at them with --solutions alone: their command finds
-- them again.

CREATE TABLE solution (
	solution_id     INTEGER PRIMARY KEY,
	solution_key    TEXT NOT NULL UNIQUE CHECK (length(solution_key) = 64),
	question        TEXT NOT NULL CHECK (question <> ''),
	subject         TEXT NOT NULL,
	method          TEXT NOT NULL,
	tolerance       REAL NOT NULL CHECK (tolerance >= 0),
	holds           INTEGER NOT NULL CHECK (holds IN (0, 1)),
	says            TEXT NOT NULL,
	config          TEXT NOT NULL,
	config_sha256   TEXT NOT NULL CHECK (length(config_sha256) = 64),
	command         TEXT NOT NULL CHECK (command <> ''),
	version         TEXT NOT NULL,
	model_version   INTEGER NOT NULL,
	libraries       TEXT NOT NULL,
	started_at      TEXT NOT NULL
) STRICT;

CREATE TABLE solution_cell (
	solution_id     INTEGER NOT NULL REFERENCES solution,
	table_number    INTEGER NOT NULL CHECK (table_number >= 1),
	table_name      TEXT NOT NULL CHECK (table_name <> ''),
	row             INTEGER NOT NULL CHECK (row >= 1),
	column          INTEGER NOT NULL CHECK (column >= 1),
	column_name     TEXT NOT NULL CHECK (column_name <> ''),
	unit            TEXT NOT NULL,
	kind            TEXT NOT NULL CHECK (kind IN ('nothing', 'number',
	                    'whole', 'text', 'exact')),
	number          REAL NOT NULL,
	text            TEXT NOT NULL,
	PRIMARY KEY (solution_id, table_number, row, column)
) STRICT, WITHOUT ROWID;

CREATE VIEW solution_values AS
	-- one row a value of a solution's tables
	SELECT c.solution_id, s.question, s.subject, c.table_name, c.row,
	    c.column, c.column_name, c.unit,
	    CAST(CASE WHEN c.kind IN ('number', 'whole', 'exact')
	        THEN c.number END AS REAL) AS number,
	    CAST(CASE WHEN c.kind IN ('text', 'exact')
	        THEN c.text END AS TEXT) AS text
	FROM solution_cell AS c
	JOIN solution AS s USING (solution_id);

WITH dictionary (table_name, column_name, unit, meaning, example) AS (VALUES
	('', 'solution_id', 'number',
	 'the solution: a row of the table solution', '1'),
	('', 'solution_key', 'hex',
	 'SHA-256 of question, subject, method, configuration and command', '9f86d081...'),
	('', 'question', 'name', 'that was asked', 'treaty'),
	('', 'subject', 'name', 'the game, scenario or model that it is about', 'two-powers'),
	('', 'method', 'text', 'how it was answered', 'support enumeration'),
	('', 'tolerance', 'as the figures',
	 'of the figures, absolute; 0: exact', '1e-09'),
	('', 'holds', '0 or 1', '1: shown; 0: the answer is no, or neither is shown', '1'),
	('', 'says', 'text', 'the answer in sentences, one a line',
	 'Complying is an equilibrium.'),
	('', 'config', 'YAML or .nfg', 'what it was asked of, resolved; may be empty',
	 'scenario: two-powers...'),
	('', 'config_sha256', 'hex', 'of config', '9f86d081...'),
	('', 'command', 'text', 'the command line that finds it again',
	 'detente solve two-powers'),
	('', 'version', 'version', 'of detente', '1.0.0'),
	('', 'model_version', 'version', 'of the model that detente(7) defines', '1'),
	('', 'libraries', 'versions', 'of the libraries in use', 'gsl 2.7.1'),
	('', 'started_at', 'ISO 8601 UTC', 'when it was kept', '2026-01-31T12:00:00Z'),
	('', 'table_number', 'number', 'of the table in its solution, from 1', '1'),
	('', 'table_name', 'name', 'the table of the solution', 'equilibria'),
	('', 'row', 'number', 'in its table, from 1', '1'),
	('', 'column', 'number', 'in its table, from 1', '2'),
	('', 'column_name', 'name', 'of its column', 'regret'),
	('', 'unit', 'text', 'what its numbers count; may be empty', 'payoff a round'),
	('', 'kind', 'word', 'nothing, number, whole, text, or exact: a rational '
	 || 'as text with the nearest number', 'number'),
	('', 'number', 'as unit', 'the value; 0 for texts and nothing', '0.25'),
	('solution_values', 'number', 'as unit', 'the value; NULL: it has none', '0.25'),
	('', 'text', 'text', 'the value; empty for numbers', '1/4'),
	('solution_values', 'text', 'text', 'the value; NULL: it is a number', '1/4')
)
INSERT INTO schema_doc
SELECT s.name, p.name, d.unit, d.meaning, d.example
FROM sqlite_schema AS s
JOIN pragma_table_info(s.name) AS p
JOIN dictionary AS d ON d.column_name = p.name
    AND d.table_name = coalesce((SELECT e.table_name FROM dictionary AS e
        WHERE e.table_name = s.name AND e.column_name = p.name), '')
WHERE s.name IN ('solution', 'solution_cell', 'solution_values');
