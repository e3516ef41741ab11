-- What talks leave: `detente negotiate -o DB` and `detente run --negotiate`.
--
-- Talks are an experiment by the engine 'talks': its runs are negotiations, its
-- agents who sat there, its configuration the menu. Who said what is rows of
-- talks_event; with evidence each such step is an entry of the experiment's log
-- too, by the text's hash. Numbers of texts are of their experiment.

CREATE TABLE talks_text (
	-- what was on the menu. sha256 is what is signed: of the treaty's
	-- resolved text, as a treaty's ratification names it
	experiment_id   INTEGER NOT NULL REFERENCES experiment,
	text            INTEGER NOT NULL CHECK (text >= 1),
	name            TEXT NOT NULL CHECK (name <> ''),
	treaty          TEXT NOT NULL CHECK (treaty <> ''),
	sha256          TEXT NOT NULL CHECK (length(sha256) = 64),
	holds           TEXT NOT NULL CHECK (holds <> ''),
	judged_by_play  INTEGER NOT NULL CHECK (judged_by_play IN (0, 1)),
	worth_by_play   INTEGER NOT NULL CHECK (worth_by_play IN (0, 1)),
	worth_se        REAL NOT NULL CHECK (worth_se >= 0),
	in_force_share  REAL NOT NULL,
	pause_share     REAL NOT NULL,
	config          TEXT NOT NULL,
	config_sha256   TEXT NOT NULL CHECK (length(config_sha256) = 64),
	PRIMARY KEY (experiment_id, text)
) STRICT, WITHOUT ROWID;

CREATE TABLE talks_party (
	-- how each agent bargains, and what it has without an agreement
	experiment_id   INTEGER NOT NULL,
	agent           INTEGER NOT NULL,
	negotiator      TEXT NOT NULL CHECK (negotiator <> ''),
	at_table        INTEGER NOT NULL CHECK (at_table IN (0, 1)),
	patience        REAL NOT NULL CHECK (patience BETWEEN 0 AND 1),
	racing_payoff   REAL NOT NULL,
	alone_payoff    REAL NOT NULL,
	PRIMARY KEY (experiment_id, agent),
	FOREIGN KEY (experiment_id, agent) REFERENCES agent
) STRICT, WITHOUT ROWID;

CREATE TABLE talks_worth (
	-- what each text is worth to each agent
	experiment_id   INTEGER NOT NULL,
	text            INTEGER NOT NULL,
	agent           INTEGER NOT NULL,
	signs           INTEGER NOT NULL CHECK (signs IN (0, 1)),
	refuses         INTEGER NOT NULL CHECK (refuses IN (0, 1)),
	kept_payoff     REAL NOT NULL,
	broken_payoff   REAL NOT NULL,
	-- NULL: it is not open to the agent, or not in force without it
	outside_payoff  REAL,
	outside_broken_payoff REAL,
	expected_gain   REAL NOT NULL,
	support         REAL NOT NULL CHECK (support BETWEEN 0 AND 1),
	PRIMARY KEY (experiment_id, text, agent),
	FOREIGN KEY (experiment_id, text) REFERENCES talks_text,
	FOREIGN KEY (experiment_id, agent) REFERENCES agent
) STRICT, WITHOUT ROWID;

CREATE TABLE negotiation (
	experiment_id   INTEGER NOT NULL REFERENCES experiment,
	run             INTEGER NOT NULL CHECK (run >= 1),
	rounds          INTEGER NOT NULL CHECK (rounds >= 1),
	ending          TEXT NOT NULL CHECK (ending <> ''),
	-- NULL: none entered into force
	text            INTEGER,
	parties         INTEGER NOT NULL CHECK (parties >= 0),
	defections      INTEGER NOT NULL CHECK (defections >= 0),
	PRIMARY KEY (experiment_id, run),
	FOREIGN KEY (experiment_id, text) REFERENCES talks_text,
	CHECK ((text IS NULL) = (ending <> 'agreed'))
) STRICT, WITHOUT ROWID;

CREATE TABLE negotiation_party (
	experiment_id   INTEGER NOT NULL,
	run             INTEGER NOT NULL,
	agent           INTEGER NOT NULL,
	-- NULL: it is not bound
	joined_round    INTEGER CHECK (joined_round >= 1),
	gain            REAL NOT NULL,
	PRIMARY KEY (experiment_id, run, agent),
	FOREIGN KEY (experiment_id, run) REFERENCES negotiation,
	FOREIGN KEY (experiment_id, agent) REFERENCES agent
) STRICT, WITHOUT ROWID;

CREATE TABLE talks_event (
	experiment_id   INTEGER NOT NULL,
	run             INTEGER NOT NULL,
	event           INTEGER NOT NULL CHECK (event >= 1),
	round           INTEGER NOT NULL CHECK (round >= 1),
	-- NULL: the mediator, or nobody
	agent           INTEGER,
	does            TEXT NOT NULL CHECK (does <> ''),
	-- NULL: of no text
	text            INTEGER,
	worth           REAL,
	aspired         REAL,
	support         REAL,
	chance          REAL,
	PRIMARY KEY (experiment_id, run, event),
	FOREIGN KEY (experiment_id, run) REFERENCES negotiation,
	FOREIGN KEY (experiment_id, agent) REFERENCES agent,
	FOREIGN KEY (experiment_id, text) REFERENCES talks_text
) STRICT, WITHOUT ROWID;

CREATE VIEW talks_step AS
	-- one row a step of talks, in words
	SELECT v.experiment_id, e.scenario, e.treaty, v.run, v.event, v.round,
	    v.agent, a.name, v.does, v.text, t.name AS text_name, t.holds,
	    v.worth, v.aspired, v.support, v.chance
	FROM talks_event AS v
	JOIN experiment AS e USING (experiment_id)
	LEFT JOIN agent AS a ON a.experiment_id = v.experiment_id
	    AND a.agent = v.agent
	LEFT JOIN talks_text AS t ON t.experiment_id = v.experiment_id
	    AND t.text = v.text;

CREATE VIEW talks_outcome AS
	-- one row a text of the talks: how often it entered into force, and
	-- when; the row without a text is of talks that came to nothing
	SELECT n.experiment_id, e.scenario, e.treaty, n.text,
	    t.name AS text_name, t.holds,
	    CAST(count(*) AS INTEGER) AS negotiations,
	    CAST(1.0 * count(*) / (SELECT count(*) FROM negotiation AS all_of
	        WHERE all_of.experiment_id = n.experiment_id) AS REAL)
	        AS negotiations_share,
	    CAST(avg(n.rounds) AS REAL) AS mean_rounds,
	    CAST(avg(n.parties) AS REAL) AS mean_parties,
	    CAST(sum(n.defections) AS INTEGER) AS defections
	FROM negotiation AS n
	JOIN experiment AS e USING (experiment_id)
	LEFT JOIN talks_text AS t ON t.experiment_id = n.experiment_id
	    AND t.text = n.text
	GROUP BY n.experiment_id, n.text;

WITH dictionary (table_name, column_name, unit, meaning, example) AS (VALUES
	('', 'experiment_id', 'number',
	 'the experiment: a row of the table experiment', '1'),
	('', 'scenario', 'name', 'who plays, for what, how long', 'two-powers'),
	('talks_step', 'treaty', 'name', 'the menu', 'halt'),
	('talks_outcome', 'treaty', 'name', 'the menu', 'halt'),
	('talks_text', 'treaty', 'name',
	 'the treaty, or the one that the clauses were put into', 'grim'),
	('', 'text', 'number',
	 'of the text on the menu, from 1; NULL: of none', '7'),
	('', 'text_name', 'name', 'of the text', 'cwc'),
	('talks_text', 'name', 'name', 'of the text: treaty and clauses',
	 'conditional-halt fine=3'),
	('', 'sha256', 'hex',
	 'of the treaty''s resolved text: what signatures name', '9f86d081...'),
	('', 'holds', 'word',
	 'what solve says of it: yes, but, no or unknown', 'yes'),
	('', 'judged_by_play', '0 or 1', '1: that is by play', '0'),
	('', 'worth_by_play', '0 or 1', '1: what it is worth is played', '0'),
	('', 'worth_se', 'payoff a round',
	 'largest standard error of what it is worth; 0: exact', '0.01'),
	('', 'in_force_share', 'share', 'of rounds in force, if it is kept',
	 '0.95'),
	('', 'pause_share', 'share', 'of moves that are pauses, if it is kept',
	 '0.92'),
	('', 'config', 'YAML',
	 'the scenario under this text, with every default; save it and run it',
	 'scenario: two-powers...'),
	('', 'config_sha256', 'hex', 'SHA-256 of config', '2c26b46b...'),
	('', 'agent', 'number',
	 'the agent, from 1 within its experiment; NULL: the mediator, or nobody',
	 '2'),
	('', 'name', 'name', 'of the agent', 'us'),
	('', 'negotiator', 'name', 'how it bargains', 'boulware'),
	('', 'at_table', '0 or 1', '1: it may sign a text', '1'),
	('', 'patience', 'of this round', 'what the next round counts to it',
	 '0.95'),
	('', 'racing_payoff', 'payoff a round', 'without an agreement', '1.02'),
	('', 'alone_payoff', 'payoff a round',
	 'if it alone pauses, bound by nothing', '0.4'),
	('', 'signs', '0 or 1', '1: the text is open to it', '1'),
	('', 'refuses', '0 or 1', '1: the text crosses its red lines', '0'),
	('', 'kept_payoff', 'payoff a round', 'under the text, if it is kept',
	 '1.8'),
	('', 'broken_payoff', 'payoff a round',
	 'under the text, if those who sign race', '1.01'),
	('', 'outside_payoff', 'payoff a round',
	 'if the agent alone stays out, and the others keep the text; NULL: it is not in force without the agent, or not open to it',
	 '1.9'),
	('', 'outside_broken_payoff', 'payoff a round',
	 'the same, if the others race; NULL: as outside_payoff', '1.0'),
	('', 'expected_gain', 'payoff a round',
	 'over racing, as the others reckon: private costs in the mean', '0.6'),
	('', 'support', 'share', 'of the weight at home that is for the text',
	 '0.57'),
	('', 'run', 'number', 'the negotiation, from 1', '7'),
	('negotiation', 'rounds', 'rounds', 'of talks; one less of racing',
	 '4'),
	('', 'ending', 'word',
	 'agreed, deadline, broken off, walked out or nothing can be ratified',
	 'agreed'),
	('', 'parties', 'agents', 'bound when the text entered into force',
	 '3'),
	('', 'defections', 'ratifications', 'that failed at home', '0'),
	('', 'joined_round', 'round of talks',
	 'from which on the text binds it; NULL: it never does', '4'),
	('', 'gain', 'payoff a round',
	 'over racing for ever, as at the start of talks, by its own belief',
	 '0.41'),
	('', 'event', 'number', 'of the step in its negotiation, from 1',
	 '12'),
	('', 'round', 'round of talks', 'in which it happened', '4'),
	('', 'does', 'word',
	 'proposes, accepts, refuses, signs, ratifies, rejects, enters, ...',
	 'refuses'),
	('', 'worth', 'of its best gain', 'of the text, to the agent', '0.6'),
	('', 'aspired', 'of its best gain', 'what the agent aspired to then',
	 '0.8'),
	('talks_event', 'support', 'share',
	 'of the weight at home: at a ratification', '0.57'),
	('talks_step', 'support', 'share',
	 'of the weight at home: at a ratification', '0.57'),
	('', 'chance', 'chance', 'that it would be ratified', '1.0'),
	('', 'negotiations', 'negotiations', 'that ended so', '412'),
	('', 'negotiations_share', 'share', 'of all negotiations', '0.82'),
	('', 'mean_rounds', 'rounds', 'of talks, the mean of them', '3.5'),
	('', 'mean_parties', 'agents', 'bound at entry, the mean of them', '3')
)
INSERT INTO schema_doc
SELECT s.name, p.name, d.unit, d.meaning, d.example
FROM sqlite_schema AS s
JOIN pragma_table_info(s.name) AS p
JOIN dictionary AS d ON d.column_name = p.name
    AND d.table_name = coalesce((SELECT e.table_name FROM dictionary AS e
        WHERE e.table_name = s.name AND e.column_name = p.name), '')
WHERE s.name IN ('talks_text', 'talks_party', 'talks_worth', 'negotiation',
    'negotiation_party', 'talks_event', 'talks_step', 'talks_outcome');
