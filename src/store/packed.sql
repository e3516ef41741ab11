-- What `--detail packed` adds: rounds packed, a byte a move, in the place of a row
-- each. A part of its own of the tables, for files that keep their rounds so: in
-- these round and move_code are views of the same columns, so that whatever reads
-- them, or the views over them, reads both kinds of files.
--
-- A row of packed_move is an agent's part of a run, up to 960 bytes of it: that
-- much lies in a page by itself, and is read without following a chain. Each round
-- is a code, which packed_kind spells out: flags, alarms, payoff and fine of a
-- move; or, of agent 0, the phase of the round. Codes are given out in the order
-- in which the store meets them, experiment by experiment.

DROP TABLE move_code;
DROP TABLE round;

CREATE TABLE packed_kind (
	-- what a code means: experiment_id * 2^24 + code
	kind            INTEGER PRIMARY KEY,
	experiment_id   INTEGER NOT NULL REFERENCES experiment,
	-- of a round; NULL: it is a move
	phase           TEXT CHECK (phase <> ''),
	-- of a move, as in move_code; NULL: it is a round
	flags           INTEGER CHECK (flags BETWEEN 0 AND 319),
	alarms_seen     INTEGER CHECK (alarms_seen >= 0),
	payoff          REAL,
	fine            REAL CHECK (fine >= 0),
	CHECK (experiment_id = kind >> 24),
	CHECK ((phase IS NULL) = (flags IS NOT NULL) AND
	    (phase IS NULL) = (alarms_seen IS NOT NULL) AND
	    (phase IS NULL) = (payoff IS NOT NULL) AND
	    (phase IS NULL) = (fine IS NOT NULL))
) STRICT;

CREATE TABLE packed_move (
	-- consecutive rounds of an agent of a run; agent 0: their phases
	experiment_id   INTEGER NOT NULL,
	run             INTEGER NOT NULL,
	agent           INTEGER NOT NULL CHECK (agent >= 0),
	first_round     INTEGER NOT NULL CHECK (first_round >= 1),
	last_round      INTEGER NOT NULL CHECK (last_round >= first_round),
	width           INTEGER NOT NULL CHECK (width BETWEEN 1 AND 3),
	-- width bytes a round, the most significant first
	codes           BLOB NOT NULL CHECK (length(codes) = width
	                    * (last_round - first_round + 1)),
	PRIMARY KEY (experiment_id, run, agent, first_round),
	FOREIGN KEY (experiment_id, run) REFERENCES run
) STRICT, WITHOUT ROWID;

CREATE TABLE packed_round (
	-- the numbers from 1 to that of the latest round of any run: what is
	-- joined to packed_move gives a row a round
	round           INTEGER PRIMARY KEY CHECK (round >= 1)
) STRICT;

CREATE VIEW unpacked AS
	-- a row an agent and round, and one for the round itself, agent 0. A
	-- byte's value is its place among all bytes. By way of run, and with + so
	-- that no bound on runs is a bound on p.run as well: SQLite would take it
	-- for narrower than a run
	SELECT r.experiment_id, r.run, i.round, p.agent, k.phase, k.flags,
	    k.alarms_seen, k.payoff, k.fine
	FROM run AS r
	CROSS JOIN packed_move AS p ON p.experiment_id = +r.experiment_id
	    AND p.run = +r.run
	CROSS JOIN packed_round AS i
	    ON i.round BETWEEN p.first_round AND p.last_round
	CROSS JOIN packed_kind AS k
	    ON k.kind = (r.experiment_id << 24) + CASE p.width
	        WHEN 1 THEN instr(x'000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F202122232425262728292A2B2C2D2E2F303132333435363738393A3B3C3D3E3F404142434445464748494A4B4C4D4E4F505152535455565758595A5B5C5D5E5F606162636465666768696A6B6C6D6E6F707172737475767778797A7B7C7D7E7F808182838485868788898A8B8C8D8E8F909192939495969798999A9B9C9D9E9FA0A1A2A3A4A5A6A7A8A9AAABACADAEAFB0B1B2B3B4B5B6B7B8B9BABBBCBDBEBFC0C1C2C3C4C5C6C7C8C9CACBCCCDCECFD0D1D2D3D4D5D6D7D8D9DADBDCDDDEDFE0E1E2E3E4E5E6E7E8E9EAEBECEDEEEFF0F1F2F3F4F5F6F7F8F9FAFBFCFDFEFF',
	            substr(p.codes, p.width * (i.round - p.first_round) + 1, 1)) - 1
	        WHEN 2 THEN 256 * (instr(x'000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F202122232425262728292A2B2C2D2E2F303132333435363738393A3B3C3D3E3F404142434445464748494A4B4C4D4E4F505152535455565758595A5B5C5D5E5F606162636465666768696A6B6C6D6E6F707172737475767778797A7B7C7D7E7F808182838485868788898A8B8C8D8E8F909192939495969798999A9B9C9D9E9FA0A1A2A3A4A5A6A7A8A9AAABACADAEAFB0B1B2B3B4B5B6B7B8B9BABBBCBDBEBFC0C1C2C3C4C5C6C7C8C9CACBCCCDCECFD0D1D2D3D4D5D6D7D8D9DADBDCDDDEDFE0E1E2E3E4E5E6E7E8E9EAEBECEDEEEFF0F1F2F3F4F5F6F7F8F9FAFBFCFDFEFF',
	            substr(p.codes, p.width * (i.round - p.first_round) + 1, 1)) - 1)
	            + instr(x'000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F202122232425262728292A2B2C2D2E2F303132333435363738393A3B3C3D3E3F404142434445464748494A4B4C4D4E4F505152535455565758595A5B5C5D5E5F606162636465666768696A6B6C6D6E6F707172737475767778797A7B7C7D7E7F808182838485868788898A8B8C8D8E8F909192939495969798999A9B9C9D9E9FA0A1A2A3A4A5A6A7A8A9AAABACADAEAFB0B1B2B3B4B5B6B7B8B9BABBBCBDBEBFC0C1C2C3C4C5C6C7C8C9CACBCCCDCECFD0D1D2D3D4D5D6D7D8D9DADBDCDDDEDFE0E1E2E3E4E5E6E7E8E9EAEBECEDEEEFF0F1F2F3F4F5F6F7F8F9FAFBFCFDFEFF',
	            substr(p.codes, p.width * (i.round - p.first_round) + 2, 1)) - 1
	        ELSE 65536 * (instr(x'000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F202122232425262728292A2B2C2D2E2F303132333435363738393A3B3C3D3E3F404142434445464748494A4B4C4D4E4F505152535455565758595A5B5C5D5E5F606162636465666768696A6B6C6D6E6F707172737475767778797A7B7C7D7E7F808182838485868788898A8B8C8D8E8F909192939495969798999A9B9C9D9E9FA0A1A2A3A4A5A6A7A8A9AAABACADAEAFB0B1B2B3B4B5B6B7B8B9BABBBCBDBEBFC0C1C2C3C4C5C6C7C8C9CACBCCCDCECFD0D1D2D3D4D5D6D7D8D9DADBDCDDDEDFE0E1E2E3E4E5E6E7E8E9EAEBECEDEEEFF0F1F2F3F4F5F6F7F8F9FAFBFCFDFEFF',
	            substr(p.codes, p.width * (i.round - p.first_round) + 1, 1)) - 1)
	            + 256 * (instr(x'000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F202122232425262728292A2B2C2D2E2F303132333435363738393A3B3C3D3E3F404142434445464748494A4B4C4D4E4F505152535455565758595A5B5C5D5E5F606162636465666768696A6B6C6D6E6F707172737475767778797A7B7C7D7E7F808182838485868788898A8B8C8D8E8F909192939495969798999A9B9C9D9E9FA0A1A2A3A4A5A6A7A8A9AAABACADAEAFB0B1B2B3B4B5B6B7B8B9BABBBCBDBEBFC0C1C2C3C4C5C6C7C8C9CACBCCCDCECFD0D1D2D3D4D5D6D7D8D9DADBDCDDDEDFE0E1E2E3E4E5E6E7E8E9EAEBECEDEEEFF0F1F2F3F4F5F6F7F8F9FAFBFCFDFEFF',
	            substr(p.codes, p.width * (i.round - p.first_round) + 2, 1)) - 1)
	            + instr(x'000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F202122232425262728292A2B2C2D2E2F303132333435363738393A3B3C3D3E3F404142434445464748494A4B4C4D4E4F505152535455565758595A5B5C5D5E5F606162636465666768696A6B6C6D6E6F707172737475767778797A7B7C7D7E7F808182838485868788898A8B8C8D8E8F909192939495969798999A9B9C9D9E9FA0A1A2A3A4A5A6A7A8A9AAABACADAEAFB0B1B2B3B4B5B6B7B8B9BABBBCBDBEBFC0C1C2C3C4C5C6C7C8C9CACBCCCDCECFD0D1D2D3D4D5D6D7D8D9DADBDCDDDEDFE0E1E2E3E4E5E6E7E8E9EAEBECEDEEEFF0F1F2F3F4F5F6F7F8F9FAFBFCFDFEFF',
	            substr(p.codes, p.width * (i.round - p.first_round) + 3, 1)) - 1 END;

CREATE VIEW round AS
	SELECT experiment_id, run, round, phase
	FROM unpacked WHERE agent = 0;

CREATE VIEW move_code AS
	-- the moves as a file that is not packed has them; ask the view move
	SELECT experiment_id, run, round, agent, flags, alarms_seen, payoff,
	    fine
	FROM unpacked WHERE agent > 0;

WITH dictionary (table_name, column_name, unit, meaning, example) AS (VALUES
	('', 'experiment_id', 'number',
	 'the experiment: a row of the table experiment', '1'),
	('', 'run', 'number', 'the run, from 1 within its experiment', '17'),
	('', 'round', 'number', 'the round, from 1', '3'),
	('', 'agent', 'number',
	 'the agent, from 1 within its experiment; 0: the round itself', '2'),
	('', 'kind', 'number', 'experiment_id * 2^24 + code', '16777219'),
	('', 'phase', 'word',
	 'of the treaty in the round, as in round; NULL: of a move', 'in force'),
	('', 'flags', 'bits', 'of a move, as in move_code; NULL: of a round',
	 '136'),
	('', 'alarms_seen', 'alarms',
	 'private alarms about others that the agent saw; NULL: of a round',
	 '0'),
	('', 'payoff', 'payoff', 'of the agent in the round; NULL: of a round',
	 '3.0'),
	('', 'fine', 'payoff',
	 'that the agent paid, subtracted in payoff; NULL: of a round', '0.0'),
	('', 'first_round', 'number', 'that the row has', '1'),
	('', 'last_round', 'number', 'that the row has', '200'),
	('', 'width', 'bytes', 'a round', '1'),
	('', 'codes', 'bytes', 'a code a round', 'x''00010102''')
)
INSERT INTO schema_doc
SELECT s.name, p.name, d.unit, d.meaning, d.example
FROM sqlite_schema AS s
JOIN pragma_table_info(s.name) AS p
JOIN dictionary AS d ON d.column_name = p.name
WHERE s.name IN ('packed_kind', 'packed_move', 'packed_round', 'unpacked');
