-- A database as détente 0.1.0 wrote it, version 1 of the tables: two runs of
-- two-powers under verified-halt (evidence full with rounds, and epoch with
-- grim against deceiver), a sweep over noise.slip and strategies, a solution.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
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
INSERT INTO experiment VALUES(1,'93fb97d7ff421606b3f8bba8389c58c1950a260b6ae9123e9182a20cc9919cf4','two-powers','Two powers','verified-halt','asymmetric-race',replace('scenario: two-powers\ntitle: Two powers\nsummary: Two nations, one ahead and one behind, sign a treaty with counted inspections. Each would cheat if it could hardly be found out. The treaty runs for ten years and is prolonged once by five; then nothing binds them.\nsource: stylised after New START\nstatus: stylised\nagents:\n  us:\n    agent: us\n    title: United States\n    summary: Host of most frontier labs and of most of the computing power.\n    source: Epoch AI 2025; AI Index 2025\n    status: stylised\n    facts:\n      - About 75% of AI-supercomputer performance, May 2025; the data set covers 10 to 20% of all (sourced, Epoch)\n      - "Private AI investment 2024: 109.1 billion dollars (sourced, AI Index 2025)"\n    kind: nation\n    weight: 75\n    role: leader\n    joins: 1\n    strategy:\n      strategy: deceiver\n      title: Deceiver\n      summary: Sign, declare that I pause, and race whenever verification would find fewer than three breaches in ten. Comply where it would find more. Race where no treaty binds me.\n      source: stylised after the party that a treaty without verification invites\n      status: stylised\n      declares: pause\n      start:\n        - {when: in_force and party and detection >= 0.3, to: comply}\n        - {to: cheat}\n      states:\n        comply:\n          play: pause\n          withdraw: no\n          next:\n            - {when: in_force and party and detection >= 0.3, to: comply}\n            - {to: cheat}\n        cheat:\n          play: race\n          withdraw: no\n          next:\n            - {when: in_force and party and detection >= 0.3, to: comply}\n            - {to: cheat}\n  china:\n    agent: china\n    title: China\n    summary: Second in computing power, behind and catching up.\n    source: Epoch AI 2025; AI Index 2025\n    status: stylised\n    facts:\n      - About 15% of AI-supercomputer performance, May 2025; the data set covers 10 to 20% of all (sourced, Epoch)\n      - "Private AI investment 2024: 9.3 billion dollars (sourced, AI Index 2025)"\n    kind: nation\n    weight: 15\n    role: laggard\n    joins: 1\n    strategy:\n      strategy: deceiver\n      title: Deceiver\n      summary: Sign, declare that I pause, and race whenever verification would find fewer than three breaches in ten. Comply where it would find more. Race where no treaty binds me.\n      source: stylised after the party that a treaty without verification invites\n      status: stylised\n      declares: pause\n      start:\n        - {when: in_force and party and detection >= 0.3, to: comply}\n        - {to: cheat}\n      states:\n        comply:\n          play: pause\n          withdraw: no\n          next:\n            - {when: in_force and party and detection >= 0.3, to: comply}\n            - {to: cheat}\n        cheat:\n          play: race\n          withdraw: no\n          next:\n            - {when: in_force and party and detection >= 0.3, to: comply}\n            - {to: cheat}\npayoffs:\n  payoffs: asymmetric-race\n  title: Leader and laggard\n  summary: The leader keeps its lead if both pause and gains little by racing. The laggard gains much by racing and little by a halt that freezes its place.\n  source: stylised\n  status: stylised\n  form: matrix\n  pairs: all\n  weighted: no\n  matrix:\n    reward: 3\n    sucker: 0\n    temptation: 5\n    punishment: 1\n  roles:\n    leader:\n      reward: 4\n      sucker: 1\n      temptation: 5\n      punishment: 2\n    laggard:\n      reward: 2\n      sucker: 0\n      temptation: 5\n      punishment: 1\n  dsair:\n    benefit: 4\n    cost: 1\n    prize: 10000\n    rounds: 100\n    speed: 1.5\n    found_out: 0\n    disaster: 0.6\ntreaty:\n  treaty: verified-halt\n  title: Verified, simultaneous halt\n  summary: All pause together, or nobody is bound. Five channels watch. A first finding is fined, a second suspends the halt for three months, a fifth for six, and an eighth forfeits the deposit and expels, which ends the halt for all. A year without a finding takes one away.\n  source: standard elements of arms control, put together\n  status: stylised\n  parties: [all]\n  obligation:\n    text: Every party pauses, and admits the five channels of verification.\n    grace: 0\n  entry:\n    parties: 0\n    weight: 0\n    delay: 2\n  monitoring:\n    false_alarm: 0.2\n    common_mode: 0.02\n    cost: 0.02\n    accusers: 0\n    channels:\n      on-chip-attestation:\n        about: signed reports of what the chips do\n        miss: 0.05\n        false_alarm: 0.001\n        coverage: 0.8\n        cost: 0.05\n        visibility: public\n        common: yes\n      transcript-reexecution:\n        about: samples of declared runs, computed again\n        sample:\n          items: 50\n          hidden: 5\n          inspected: 5\n          detect: 0.9\n          false_alarm: 0\n        coverage: 0.8\n        cost: 0.03\n        visibility: public\n        common: yes\n      off-chip-telemetry:\n        about: power and network, a threshold test\n        measure:\n          separation: 3\n          false_alarm: 0.002\n        coverage: 1\n        cost: 0.02\n        visibility: public\n        common: no\n      challenge-inspection:\n        about: on accusation; refusal is seen\n        miss: 0.2\n        false_alarm: 0.01\n        coverage: 0.5\n        cost: 0.02\n        visibility: public\n        common: no\n      whistleblowers:\n        about: staff who report a run that should not be\n        tips:\n          staff: 200\n          chance: 0.002\n          false_alarm: 0.002\n        coverage: 1\n        cost: 0\n        visibility: public\n        common: no\n  response:\n    ladder:\n      - strikes: 1\n        chance: 1\n        fine: 1\n        bond: 0\n        suspend: 0\n        expel: no\n        end: no\n      - strikes: 2\n        chance: 1\n        fine: 2\n        bond: 0\n        suspend: 3\n        expel: no\n        end: no\n      - strikes: 5\n        chance: 1\n        fine: 4\n        bond: 0\n        suspend: 6\n        expel: no\n        end: no\n      - strikes: 8\n        chance: 1\n        fine: 0\n        bond: 1\n        suspend: 0\n        expel: yes\n        end: no\n    forgive_after: 12\n    forgive_chance: 0\n    shared: no\n  bond: 10\n  tariff: 0\n  withdrawal:\n    allowed: yes\n    notice: 6\n  duration:\n    rounds: 0\n    renewals: 0\n    renewal_rounds: 0\n    renewal_chance: 1\n    lapses: yes\nnoise:\n  slip: 0.3\n  public:\n    miss: 0\n    false_alarm: 0\n  private:\n    miss: 0\n    false_alarm: 0\nenforcement: 0\nrounds: 5\ncontinuation: 1\n','\n',char(10)),'9a93d3a26e393040609534e63b23c0787c9b6c3e0ecf153b66ef17b5c01cb56b','3','xoshiro256++ by (seed, experiment, run, purpose)','reference','rounds','full','detente run two-powers --treaty verified-halt --set rounds=5 --set noise.slip=0.3 --set treaty.monitoring.false_alarm=0.2 --detail rounds --evidence full --runs 4 --seed 3','0.1.0',1,'gsl 2.7.1, sqlite 3.40.1, libsodium 1.0.18',4,4,'2026-06-01T12:00:00Z','2026-06-01T12:00:00Z');
INSERT INTO experiment VALUES(2,'98c667a6ead234c2ffa1fc1baafc8d919a0a1f0bef0daaff7a7a7c3f47b9d3b7','two-powers','Two powers','verified-halt','asymmetric-race',replace('scenario: two-powers\ntitle: Two powers\nsummary: Two nations, one ahead and one behind, sign a treaty with counted inspections. Each would cheat if it could hardly be found out. The treaty runs for ten years and is prolonged once by five; then nothing binds them.\nsource: stylised after New START\nstatus: stylised\nagents:\n  us:\n    agent: us\n    title: United States\n    summary: Host of most frontier labs and of most of the computing power.\n    source: Epoch AI 2025; AI Index 2025\n    status: stylised\n    facts:\n      - About 75% of AI-supercomputer performance, May 2025; the data set covers 10 to 20% of all (sourced, Epoch)\n      - "Private AI investment 2024: 109.1 billion dollars (sourced, AI Index 2025)"\n    kind: nation\n    weight: 75\n    role: leader\n    joins: 1\n    strategy:\n      strategy: grim\n      title: Grim trigger\n      summary: Pause until the first alarm, race ever after.\n      source: Friedman 1971\n      status: sourced\n      declares: executed\n      start: trust\n      states:\n        trust:\n          play: pause\n          withdraw: no\n          next:\n            - {when: alarms >= 1, to: war}\n            - {to: trust}\n        war:\n          play: race\n          withdraw: no\n          next:\n            - {to: war}\n  china:\n    agent: china\n    title: China\n    summary: Second in computing power, behind and catching up.\n    source: Epoch AI 2025; AI Index 2025\n    status: stylised\n    facts:\n      - About 15% of AI-supercomputer performance, May 2025; the data set covers 10 to 20% of all (sourced, Epoch)\n      - "Private AI investment 2024: 9.3 billion dollars (sourced, AI Index 2025)"\n    kind: nation\n    weight: 15\n    role: laggard\n    joins: 1\n    strategy:\n      strategy: deceiver\n      title: Deceiver\n      summary: Sign, declare that I pause, and race whenever verification would find fewer than three breaches in ten. Comply where it would find more. Race where no treaty binds me.\n      source: stylised after the party that a treaty without verification invites\n      status: stylised\n      declares: pause\n      start:\n        - {when: in_force and party and detection >= 0.3, to: comply}\n        - {to: cheat}\n      states:\n        comply:\n          play: pause\n          withdraw: no\n          next:\n            - {when: in_force and party and detection >= 0.3, to: comply}\n            - {to: cheat}\n        cheat:\n          play: race\n          withdraw: no\n          next:\n            - {when: in_force and party and detection >= 0.3, to: comply}\n            - {to: cheat}\npayoffs:\n  payoffs: asymmetric-race\n  title: Leader and laggard\n  summary: The leader keeps its lead if both pause and gains little by racing. The laggard gains much by racing and little by a halt that freezes its place.\n  source: stylised\n  status: stylised\n  form: matrix\n  pairs: all\n  weighted: no\n  matrix:\n    reward: 3\n    sucker: 0\n    temptation: 5\n    punishment: 1\n  roles:\n    leader:\n      reward: 4\n      sucker: 1\n      temptation: 5\n      punishment: 2\n    laggard:\n      reward: 2\n      sucker: 0\n      temptation: 5\n      punishment: 1\n  dsair:\n    benefit: 4\n    cost: 1\n    prize: 10000\n    rounds: 100\n    speed: 1.5\n    found_out: 0\n    disaster: 0.6\ntreaty:\n  treaty: verified-halt\n  title: Verified, simultaneous halt\n  summary: All pause together, or nobody is bound. Five channels watch. A first finding is fined, a second suspends the halt for three months, a fifth for six, and an eighth forfeits the deposit and expels, which ends the halt for all. A year without a finding takes one away.\n  source: standard elements of arms control, put together\n  status: stylised\n  parties: [all]\n  obligation:\n    text: Every party pauses, and admits the five channels of verification.\n    grace: 0\n  entry:\n    parties: 0\n    weight: 0\n    delay: 2\n  monitoring:\n    common_mode: 0.02\n    cost: 0.02\n    accusers: 0\n    channels:\n      on-chip-attestation:\n        about: signed reports of what the chips do\n        miss: 0.05\n        false_alarm: 0.001\n        coverage: 0.8\n        cost: 0.05\n        visibility: public\n        common: yes\n      transcript-reexecution:\n        about: samples of declared runs, computed again\n        sample:\n          items: 50\n          hidden: 5\n          inspected: 5\n          detect: 0.9\n          false_alarm: 0\n        coverage: 0.8\n        cost: 0.03\n        visibility: public\n        common: yes\n      off-chip-telemetry:\n        about: power and network, a threshold test\n        measure:\n          separation: 3\n          false_alarm: 0.002\n        coverage: 1\n        cost: 0.02\n        visibility: public\n        common: no\n      challenge-inspection:\n        about: on accusation; refusal is seen\n        miss: 0.2\n        false_alarm: 0.01\n        coverage: 0.5\n        cost: 0.02\n        visibility: public\n        common: no\n      whistleblowers:\n        about: staff who report a run that should not be\n        tips:\n          staff: 200\n          chance: 0.002\n          false_alarm: 0.002\n        coverage: 1\n        cost: 0\n        visibility: public\n        common: no\n  response:\n    ladder:\n      - strikes: 1\n        chance: 1\n        fine: 1\n        bond: 0\n        suspend: 0\n        expel: no\n        end: no\n      - strikes: 2\n        chance: 1\n        fine: 2\n        bond: 0\n        suspend: 3\n        expel: no\n        end: no\n      - strikes: 5\n        chance: 1\n        fine: 4\n        bond: 0\n        suspend: 6\n        expel: no\n        end: no\n      - strikes: 8\n        chance: 1\n        fine: 0\n        bond: 1\n        suspend: 0\n        expel: yes\n        end: no\n    forgive_after: 12\n    forgive_chance: 0\n    shared: no\n  bond: 10\n  tariff: 0\n  withdrawal:\n    allowed: yes\n    notice: 6\n  duration:\n    rounds: 0\n    renewals: 0\n    renewal_rounds: 0\n    renewal_chance: 1\n    lapses: yes\nnoise:\n  slip: 0.1\n  public:\n    miss: 0\n    false_alarm: 0\n  private:\n    miss: 0\n    false_alarm: 0\nenforcement: 0\nrounds: 5\ncontinuation: 1\n','\n',char(10)),'08535f7339c2bed169383db6789b8706bf6de92f187215558c84296e17427a2a','3','xoshiro256++ by (seed, experiment, run, purpose)','reference','runs','epoch','detente run two-powers --treaty verified-halt --strategies grim,deceiver --set rounds=5 --set noise.slip=0.1 --runs 6 --seed 3','0.1.0',1,'gsl 2.7.1, sqlite 3.40.1, libsodium 1.0.18',6,6,'2026-06-01T12:00:00Z','2026-06-01T12:00:00Z');
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
INSERT INTO agent VALUES(1,1,'us','United States','nation','','deceiver','stylised',75.0,1);
INSERT INTO agent VALUES(1,2,'china','China','nation','','deceiver','stylised',15.0,1);
INSERT INTO agent VALUES(2,1,'us','United States','nation','','grim','stylised',75.0,1);
INSERT INTO agent VALUES(2,2,'china','China','nation','','deceiver','stylised',15.0,1);
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
INSERT INTO run VALUES(1,1,5,2,3,0,3,0,'none',3);
INSERT INTO run VALUES(1,2,5,1,3,0,3,0,'none',3);
INSERT INTO run VALUES(1,3,5,2,3,0,3,0,'none',5);
INSERT INTO run VALUES(1,4,5,1,3,0,3,0,'none',3);
INSERT INTO run VALUES(2,1,5,0,2,1,3,0,'none',3);
INSERT INTO run VALUES(2,2,5,1,2,1,3,0,'none',3);
INSERT INTO run VALUES(2,3,5,1,2,1,3,0,'none',3);
INSERT INTO run VALUES(2,4,5,1,2,1,3,0,'none',3);
INSERT INTO run VALUES(2,5,5,0,2,1,3,0,'none',3);
INSERT INTO run VALUES(2,6,5,0,2,1,3,0,'none',3);
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
INSERT INTO outcome VALUES(1,1,1,4,3,1,0,0,0,0,0,0,11.58000000000000007,0.0,-0.42000000000000003996,0.0);
INSERT INTO outcome VALUES(1,1,2,2,3,1,0,1,1,0,0,1,13.579999999999998294,-1.0,-0.42000000000000003996,0.0);
INSERT INTO outcome VALUES(1,2,1,1,3,2,0,2,2,0,0,2,11.58000000000000007,-3.0,-0.42000000000000003996,0.0);
INSERT INTO outcome VALUES(1,2,2,2,3,3,0,2,2,0,0,2,1.5799999999999996269,-3.0,-0.42000000000000003996,0.0);
INSERT INTO outcome VALUES(1,3,1,3,3,0,0,0,0,0,0,0,18.579999999999998294,0.0,-0.42000000000000003996,0.0);
INSERT INTO outcome VALUES(1,3,2,4,3,3,0,1,1,0,0,1,7.580000000000000071,-1.0,-0.42000000000000003996,0.0);
INSERT INTO outcome VALUES(1,4,1,2,3,1,0,1,1,0,0,1,15.579999999999998294,-1.0,-0.42000000000000003996,0.0);
INSERT INTO outcome VALUES(1,4,2,3,3,2,0,1,1,1,0,1,4.580000000000000071,-3.0,-0.42000000000000003996,0.0);
INSERT INTO outcome VALUES(2,1,1,0,2,1,0,2,2,0,0,0,12.719999999999998862,-3.0,-0.28000000000000002664,0.0);
INSERT INTO outcome VALUES(2,1,2,2,2,0,0,0,0,1,0,0,1.7199999999999997513,-1.0,-0.28000000000000002664,0.0);
INSERT INTO outcome VALUES(2,2,1,2,2,1,0,2,2,0,0,0,16.719999999999998862,-3.0,-0.28000000000000002664,0.0);
INSERT INTO outcome VALUES(2,2,2,4,2,2,0,0,0,0,0,0,6.7200000000000006394,0.0,-0.28000000000000002664,0.0);
INSERT INTO outcome VALUES(2,3,1,2,2,0,0,2,2,0,0,0,13.719999999999998863,-3.0,-0.28000000000000002664,0.0);
INSERT INTO outcome VALUES(2,3,2,3,2,1,0,0,0,0,0,0,7.7200000000000006394,0.0,-0.28000000000000002664,0.0);
INSERT INTO outcome VALUES(2,4,1,3,2,1,0,2,2,0,0,0,12.719999999999998862,-3.0,-0.28000000000000002664,0.0);
INSERT INTO outcome VALUES(2,4,2,3,2,1,0,0,0,0,0,0,11.720000000000000639,0.0,-0.28000000000000002664,0.0);
INSERT INTO outcome VALUES(2,5,1,1,2,0,0,2,2,0,0,0,11.719999999999998862,-3.0,-0.28000000000000002664,0.0);
INSERT INTO outcome VALUES(2,5,2,2,2,0,0,0,0,0,0,0,6.7200000000000006394,0.0,-0.28000000000000002664,0.0);
INSERT INTO outcome VALUES(2,6,1,1,2,0,0,2,2,0,0,0,11.719999999999998862,-3.0,-0.28000000000000002664,0.0);
INSERT INTO outcome VALUES(2,6,2,2,2,0,0,0,0,0,0,0,6.7200000000000006394,0.0,-0.28000000000000002664,0.0);
CREATE TABLE round (
	experiment_id   INTEGER NOT NULL,
	run             INTEGER NOT NULL,
	round           INTEGER NOT NULL CHECK (round >= 1),
	phase           TEXT NOT NULL CHECK (phase <> ''),
	PRIMARY KEY (experiment_id, run, round),
	FOREIGN KEY (experiment_id, run) REFERENCES run
) STRICT, WITHOUT ROWID;
INSERT INTO round VALUES(1,1,1,'open');
INSERT INTO round VALUES(1,1,2,'open');
INSERT INTO round VALUES(1,1,3,'in force');
INSERT INTO round VALUES(1,1,4,'in force');
INSERT INTO round VALUES(1,1,5,'in force');
INSERT INTO round VALUES(1,2,1,'open');
INSERT INTO round VALUES(1,2,2,'open');
INSERT INTO round VALUES(1,2,3,'in force');
INSERT INTO round VALUES(1,2,4,'in force');
INSERT INTO round VALUES(1,2,5,'in force');
INSERT INTO round VALUES(1,3,1,'open');
INSERT INTO round VALUES(1,3,2,'open');
INSERT INTO round VALUES(1,3,3,'in force');
INSERT INTO round VALUES(1,3,4,'in force');
INSERT INTO round VALUES(1,3,5,'in force');
INSERT INTO round VALUES(1,4,1,'open');
INSERT INTO round VALUES(1,4,2,'open');
INSERT INTO round VALUES(1,4,3,'in force');
INSERT INTO round VALUES(1,4,4,'in force');
INSERT INTO round VALUES(1,4,5,'in force');
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
INSERT INTO move_code VALUES(1,1,1,1,19,1,2.0,0.0);
INSERT INTO move_code VALUES(1,1,1,2,19,1,1.0,0.0);
INSERT INTO move_code VALUES(1,1,2,1,1,1,1.0,0.0);
INSERT INTO move_code VALUES(1,1,2,2,19,0,5.0,0.0);
INSERT INTO move_code VALUES(1,1,3,1,8,1,0.85999999999999998667,0.0);
INSERT INTO move_code VALUES(1,1,3,2,26,0,3.8599999999999998756,-1.0);
INSERT INTO move_code VALUES(1,1,4,1,8,0,3.8599999999999998756,0.0);
INSERT INTO move_code VALUES(1,1,4,2,8,0,1.8599999999999998756,0.0);
INSERT INTO move_code VALUES(1,1,5,1,8,0,3.8599999999999998756,0.0);
INSERT INTO move_code VALUES(1,1,5,2,8,0,1.8599999999999998756,0.0);
INSERT INTO move_code VALUES(1,2,1,1,19,1,2.0,0.0);
INSERT INTO move_code VALUES(1,2,1,2,19,1,1.0,0.0);
INSERT INTO move_code VALUES(1,2,2,1,19,0,5.0,0.0);
INSERT INTO move_code VALUES(1,2,2,2,1,1,0.0,0.0);
INSERT INTO move_code VALUES(1,2,3,1,26,1,0.85999999999999998667,-1.0);
INSERT INTO move_code VALUES(1,2,3,2,26,1,-0.14000000000000001332,-1.0);
INSERT INTO move_code VALUES(1,2,4,1,8,0,3.8599999999999998756,0.0);
INSERT INTO move_code VALUES(1,2,4,2,8,0,1.8599999999999998756,0.0);
INSERT INTO move_code VALUES(1,2,5,1,26,1,-0.14000000000000001332,-2.0);
INSERT INTO move_code VALUES(1,2,5,2,26,1,-1.1400000000000001243,-2.0);
INSERT INTO move_code VALUES(1,3,1,1,19,0,5.0,0.0);
INSERT INTO move_code VALUES(1,3,1,2,1,1,0.0,0.0);
INSERT INTO move_code VALUES(1,3,2,1,19,0,5.0,0.0);
INSERT INTO move_code VALUES(1,3,2,2,1,1,0.0,0.0);
INSERT INTO move_code VALUES(1,3,3,1,8,0,3.8599999999999998756,0.0);
INSERT INTO move_code VALUES(1,3,3,2,8,0,1.8599999999999998756,0.0);
INSERT INTO move_code VALUES(1,3,4,1,8,0,3.8599999999999998756,0.0);
INSERT INTO move_code VALUES(1,3,4,2,8,0,1.8599999999999998756,0.0);
INSERT INTO move_code VALUES(1,3,5,1,8,1,0.85999999999999998667,0.0);
INSERT INTO move_code VALUES(1,3,5,2,26,0,3.8599999999999998756,-1.0);
INSERT INTO move_code VALUES(1,4,1,1,19,1,2.0,0.0);
INSERT INTO move_code VALUES(1,4,1,2,19,1,1.0,0.0);
INSERT INTO move_code VALUES(1,4,2,1,19,0,5.0,0.0);
INSERT INTO move_code VALUES(1,4,2,2,1,1,0.0,0.0);
INSERT INTO move_code VALUES(1,4,3,1,26,0,3.8599999999999998756,-1.0);
INSERT INTO move_code VALUES(1,4,3,2,8,1,-0.14000000000000001332,0.0);
INSERT INTO move_code VALUES(1,4,4,1,8,1,0.85999999999999998667,0.0);
INSERT INTO move_code VALUES(1,4,4,2,26,0,3.8599999999999998756,-1.0);
INSERT INTO move_code VALUES(1,4,5,1,8,1,3.8599999999999998756,0.0);
INSERT INTO move_code VALUES(1,4,5,2,24,0,-0.14000000000000001332,-2.0);
CREATE TABLE signer (
	experiment_id   INTEGER NOT NULL REFERENCES experiment,
	signer          INTEGER NOT NULL CHECK (signer >= 1),
	name            TEXT NOT NULL CHECK (name <> ''),
	role            TEXT NOT NULL CHECK (role <> ''),
	session_vkey    TEXT NOT NULL CHECK (session_vkey <> ''),
	identity_vkey   TEXT NOT NULL CHECK (identity_vkey <> ''),
	PRIMARY KEY (experiment_id, signer)
) STRICT, WITHOUT ROWID;
INSERT INTO signer VALUES(1,1,'us','party','sim/us/93fb97d7ff421606+16298aae+ASl6fUeMAMK3rM9saKzsW8Rnkiy3uT+mBqHdB9WTpRll','sim/us+2506bd23+AeQ+/eysFixA0n06sntIERr//pIwQUm4dzah++oBEVcP');
INSERT INTO signer VALUES(1,2,'china','party','sim/china/93fb97d7ff421606+8872d18a+AWSHnTBHDHaFbMmsRsGybI35SBAM7r8oGbMy54SG6jP9','sim/china+5aaddb72+Ad1vUjlFQzA+G+TTxiJC0mhxBHhgSZgaZONvaARTmAKo');
INSERT INTO signer VALUES(1,3,'log','log','sim/log/93fb97d7ff421606+ff427673+Ad/FSSZCXQyk8is/BBCQ2LK2nSJR6ea+1AM9FDAiXl59','sim/log+36ef92f3+Ad8x1lG6P4nF6H3n8UCPG+I0goB9AIKTO0Nv9sapl6cP');
INSERT INTO signer VALUES(1,4,'referee','referee','sim/referee/93fb97d7ff421606+c67b6bb1+AUi44WRch28+6B3mz86hKkTnI1SdpphlmdydhEZMa8m5','sim/referee+f1cdc36c+AR+BcmPDHLzlWAV7ZOxee8eOjChLAq+RcBosf1n6Jtb/');
INSERT INTO signer VALUES(1,5,'inspectorate','inspector','sim/inspectorate/93fb97d7ff421606+bea76f10+AcvpYnLgkE9OR1TVTMAprbPjn0gmXzAB1c6BHXU9Q77d','sim/inspectorate+065d9e44+AQTm7YZv8+d6aBxRNFPjby1QK0NvmbZ97me6upU1jHaF');
INSERT INTO signer VALUES(2,1,'us','party','sim/us/98c667a6ead234c2+bfb02c55+AVihF2Yl6nssPWi4lOCSxsBVN9wSWbQtG3bXpVFUeuEw','sim/us+2506bd23+AeQ+/eysFixA0n06sntIERr//pIwQUm4dzah++oBEVcP');
INSERT INTO signer VALUES(2,2,'china','party','sim/china/98c667a6ead234c2+81f11c80+ASF0mMqN4s24RnR20mzBsuS34X7OQcUtKuph7HKy5Z9Y','sim/china+5aaddb72+Ad1vUjlFQzA+G+TTxiJC0mhxBHhgSZgaZONvaARTmAKo');
INSERT INTO signer VALUES(2,3,'log','log','sim/log/98c667a6ead234c2+4477d834+AUCWxUxO+3YCI307fqriINat1FO+JIQRSney0xQygwiz','sim/log+36ef92f3+Ad8x1lG6P4nF6H3n8UCPG+I0goB9AIKTO0Nv9sapl6cP');
INSERT INTO signer VALUES(2,4,'referee','referee','sim/referee/98c667a6ead234c2+ec61b2ff+AcdYOMgt3/0uPXQYtqwL7Tc/lkh8JweqELyxNZx8i24a','sim/referee+f1cdc36c+AR+BcmPDHLzlWAV7ZOxee8eOjChLAq+RcBosf1n6Jtb/');
INSERT INTO signer VALUES(2,5,'inspectorate','inspector','sim/inspectorate/98c667a6ead234c2+c39a6283+AT5TisbFVgG8A+Qa4kb9PYoVZZNktTr87TYuVyIi7KvC','sim/inspectorate+065d9e44+AQTm7YZv8+d6aBxRNFPjby1QK0NvmbZ97me6upU1jHaF');
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
INSERT INTO entry VALUES(1,0,'register',0,0,1,replace('detente.example/register/v1\nexperiment 93fb97d7ff421606b3f8bba8389c58c1950a260b6ae9123e9182a20cc9919cf4\nagent us\nrole party\nkey sim/us/93fb97d7ff421606+16298aae+ASl6fUeMAMK3rM9saKzsW8Rnkiy3uT+mBqHdB9WTpRll\nidentity sim/us+2506bd23+AeQ+/eysFixA0n06sntIERr//pIwQUm4dzah++oBEVcP','\n',char(10)),'SJEpkukDApxL0TguqC5WSWTYqa/DK6DePVLGGdps1nFr3I3Jl7n1Fr0Jufxbetsa7mZVvNvDdFTOvqH4I5e8Cg==');
INSERT INTO entry VALUES(1,1,'register',0,0,2,replace('detente.example/register/v1\nexperiment 93fb97d7ff421606b3f8bba8389c58c1950a260b6ae9123e9182a20cc9919cf4\nagent china\nrole party\nkey sim/china/93fb97d7ff421606+8872d18a+AWSHnTBHDHaFbMmsRsGybI35SBAM7r8oGbMy54SG6jP9\nidentity sim/china+5aaddb72+Ad1vUjlFQzA+G+TTxiJC0mhxBHhgSZgaZONvaARTmAKo','\n',char(10)),'qYb8s5GZg2phtjuPhqI5AfgVcDcZNMS8t3BmCnFT0lkmb4zImewkFl/W56Fll+NIkdwTvV3SayPWlGXcplfMDw==');
INSERT INTO entry VALUES(1,2,'register',0,0,3,replace('detente.example/register/v1\nexperiment 93fb97d7ff421606b3f8bba8389c58c1950a260b6ae9123e9182a20cc9919cf4\nagent log\nrole log\nkey sim/log/93fb97d7ff421606+ff427673+Ad/FSSZCXQyk8is/BBCQ2LK2nSJR6ea+1AM9FDAiXl59\nidentity sim/log+36ef92f3+Ad8x1lG6P4nF6H3n8UCPG+I0goB9AIKTO0Nv9sapl6cP','\n',char(10)),'6mUMjxXRwQ8QokKtPc03bMopTL0Zx7s1diW9mYhgwQ1YrsDLyKEIw7pHfR7/rWpEIfPRbBX2Do6vZTo5nyGyCA==');
INSERT INTO entry VALUES(1,3,'register',0,0,4,replace('detente.example/register/v1\nexperiment 93fb97d7ff421606b3f8bba8389c58c1950a260b6ae9123e9182a20cc9919cf4\nagent referee\nrole referee\nkey sim/referee/93fb97d7ff421606+c67b6bb1+AUi44WRch28+6B3mz86hKkTnI1SdpphlmdydhEZMa8m5\nidentity sim/referee+f1cdc36c+AR+BcmPDHLzlWAV7ZOxee8eOjChLAq+RcBosf1n6Jtb/','\n',char(10)),'ZaQH+PQ8M0zQtfo2a17tGrUISRka9+WijwV4unTVReT2osUo9cRnDU8BlgDRjb5Fdh7JajxAJCKFaNJfqE21Cg==');
INSERT INTO entry VALUES(1,4,'register',0,0,5,replace('detente.example/register/v1\nexperiment 93fb97d7ff421606b3f8bba8389c58c1950a260b6ae9123e9182a20cc9919cf4\nagent inspectorate\nrole inspector\nkey sim/inspectorate/93fb97d7ff421606+bea76f10+AcvpYnLgkE9OR1TVTMAprbPjn0gmXzAB1c6BHXU9Q77d\nidentity sim/inspectorate+065d9e44+AQTm7YZv8+d6aBxRNFPjby1QK0NvmbZ97me6upU1jHaF','\n',char(10)),'iTGONokJwyo6Lb2d1OrPSAlNRM09CDV5pq4zCccUa/1k3zvOlC9SKHUtDC+qgzx5ehSALamEudIGkHneEZbGCA==');
INSERT INTO entry VALUES(1,5,'ratify',0,0,1,replace('detente.example/ratify/v1\nagent us\ntreaty wVVW/DYP+CZmNzJfxfhRd930IOvOHvUQmlyqS3qj3yU=','\n',char(10)),'2Oqs73mUWqEm5JNrqxt+EofO66ItSlSyQWo24xqnob5xBcx6d008EhiHjCcls99dSrvpVUyyrYgfW7GmZMX8AQ==');
INSERT INTO entry VALUES(1,6,'ratify',0,0,2,replace('detente.example/ratify/v1\nagent china\ntreaty wVVW/DYP+CZmNzJfxfhRd930IOvOHvUQmlyqS3qj3yU=','\n',char(10)),'+Z2Qno0l5Np/O5a8EP3oeHKThnRKuJBPHc4yuH0VTGSWUOeX+R1lQ826Y3MC1ezrKYtW8eRlssw59QBCKTx3Aw==');
INSERT INTO entry VALUES(1,7,'pledge',1,3,1,replace('detente.example/pledge/v1\nrun 1\nround 3\nagent us\ntreaty wVVW/DYP+CZmNzJfxfhRd930IOvOHvUQmlyqS3qj3yU=\nawaits KXp9R4wAwresz2xorOxbxGeSLLe5P6YGod0H1ZOlGWU=\nawaits ZIedMEcMdoVsyaxGwbJsjflIEAzuvygZszLnhIbqM/0=','\n',char(10)),'nqYHLvZkfnWldMkv89BVu3JHcvQDha3OIHo4fYJjdcTJHB9uh1dTXISQ1qr1ZfkdbfYzfGPjUAy19NS38aEsAw==');
INSERT INTO entry VALUES(1,8,'pledge',1,3,2,replace('detente.example/pledge/v1\nrun 1\nround 3\nagent china\ntreaty wVVW/DYP+CZmNzJfxfhRd930IOvOHvUQmlyqS3qj3yU=\nawaits KXp9R4wAwresz2xorOxbxGeSLLe5P6YGod0H1ZOlGWU=\nawaits ZIedMEcMdoVsyaxGwbJsjflIEAzuvygZszLnhIbqM/0=','\n',char(10)),'kCH0MqwasJQYe3Izwna3sJYbFooKFNwXmetpwGfCLWmFmox2gzVDJKvp0qCO4C3kc3LT5MJEBcBtlDm4i3buCQ==');
INSERT INTO entry VALUES(1,9,'commit',1,3,1,replace('detente.example/commit/v1\nrun 1\nround 3\nagent us\ncommit R8MiokgYOgKiyW+GXSF0drD0reqMWyztJxRA4EDtYGc=','\n',char(10)),'hkahmweUpNJvNmm+cn8JCMojBDYwGJ7DSN8cVOUvBc0Q+Ni8RxT/T+r9iHMDRSrKh+i67fDWD6Zx087CDOKqBg==');
INSERT INTO entry VALUES(1,10,'commit',1,3,2,replace('detente.example/commit/v1\nrun 1\nround 3\nagent china\ncommit Vd8hlI3tpHY8u48WRgt5qNBCfvTuvA+MKEJPq2xO4O8=','\n',char(10)),'C4vtzgwokVGkLG30FGIdSrLQPHj7JAOqLb0AZVt7zYgrOiRqlavqFih8+/yeXiEhtPF0eelpwOJaP1B8MuHPCw==');
INSERT INTO entry VALUES(1,11,'open',1,3,1,replace('detente.example/open/v1\nrun 1\nround 3\nagent us\nmove PAUSE\nnonce tfgSVFCLc7zHM/PftUXAhpmG81wooMq/Rbd0FHnGAtI=','\n',char(10)),'UCfGfF39s3k3X7OJTEn/pswvwyqd89gcDQi88DM3aeipIRrkAr6IM+/p3wEvtlMHUXedfo3KZx99IzczLGLGCw==');
INSERT INTO entry VALUES(1,12,'open',1,3,2,replace('detente.example/open/v1\nrun 1\nround 3\nagent china\nmove PAUSE\nnonce 5blB18piOIyKmvmJjy/1Mw2oo/RgFUwa2usVGT3g3NY=','\n',char(10)),'T63JTidy/yMT1MIKFLSaplzRdTvop1v7M1/hXfLnlLiFySIovuG5m4z+snIV25KVaNBDAxbU7Vl96HpJkMICCQ==');
INSERT INTO entry VALUES(1,13,'finding',1,3,5,replace('detente.example/finding/v1\nrun 1\nround 3\ninspector inspectorate\nagent china\nfound RACE\nevidence Vd8hlI3tpHY8u48WRgt5qNBCfvTuvA+MKEJPq2xO4O8=','\n',char(10)),'GyKV7t/aa/UCXq0f3tnr3qVmZhZCdcKeLb+y5RFW7GcSjcoDLOhUv438o+UJ8PU0MfFJQRg3pzdYWURi3VhFAw==');
INSERT INTO entry VALUES(1,14,'commit',1,4,1,replace('detente.example/commit/v1\nrun 1\nround 4\nagent us\ncommit DQEMP/jCjeQ1x1ZYPNPZoZGHGl2Ikdj/gc75OftNzwM=','\n',char(10)),'rVQKtT2gHXjhxYIHX5hUzP5+1JZD9gcJ6evBFxKE3Zg/xpi3aCNo2EiDj7ImTNK33yV/GI2EP15nOaYFfPMVAA==');
INSERT INTO entry VALUES(1,15,'commit',1,4,2,replace('detente.example/commit/v1\nrun 1\nround 4\nagent china\ncommit K+qWy9phAmgwa+5OqkmnSIBMkgOH7Sv0YiTsiR1kNvw=','\n',char(10)),'0kyerzoCEF//ub9h63+3svfGEHSzgTmPsRmiFTRWkUhrkENG3i+bYC8GowfVYm4YZdHFhZhRye9fcJUJQn1OCA==');
INSERT INTO entry VALUES(1,16,'open',1,4,1,replace('detente.example/open/v1\nrun 1\nround 4\nagent us\nmove PAUSE\nnonce rPX5MyGkjZhk2SOb3cjTkNRa0Foys8sLKnSQqHMZZvU=','\n',char(10)),'HcmXgq5mXEw2dKcJbmMY7/2MfiL/PDeJN60M2QBS/ewwPeB0OY9lFchCqzQd/Ot9/JeVb4S3otFqh+cKXFdSCQ==');
INSERT INTO entry VALUES(1,17,'open',1,4,2,replace('detente.example/open/v1\nrun 1\nround 4\nagent china\nmove PAUSE\nnonce 2lWycFG48DMs3Be/7wlvJpoEwcABtOqqHl6JEdgNh1A=','\n',char(10)),'sE5Y08wzvYCz/83CwFoucmboKxwLyp7dq6NW5axg1DnM+0jrgLW5pWqBH3zlUpBJAAk4Bvqa3cdDPek/VWx3CA==');
INSERT INTO entry VALUES(1,18,'commit',1,5,1,replace('detente.example/commit/v1\nrun 1\nround 5\nagent us\ncommit nLWYooIfCehkKY+Mj55VO5GhcrtZU9eF1MLt+AC8B2k=','\n',char(10)),'wnzqEqdWe1aSpnSKIk9tt8+RidXXjLIm0+Deiz4Eiqt3Q0C5iu/1vQpomatSSuB4zh2kRS9rMspF/MYQMoXUAQ==');
INSERT INTO entry VALUES(1,19,'commit',1,5,2,replace('detente.example/commit/v1\nrun 1\nround 5\nagent china\ncommit 8SjM6eP4ZEbBaiD8+DMN53O08GQlkcbn9WYDYkwfKZc=','\n',char(10)),'laq51SXXhWDWhZ/vqsCZJQLRX4FVozf2laFkIk9DNLjoWxyDMhnafKbdpWhDiA6vGkcByX0dAQ1XzkgSS7vjDw==');
INSERT INTO entry VALUES(1,20,'open',1,5,1,replace('detente.example/open/v1\nrun 1\nround 5\nagent us\nmove PAUSE\nnonce 2nclBFXhLYH1JkHoCncgABz1kSdlnuUXb1vmnWGc22s=','\n',char(10)),'KQi4I5sl2VswfrLyGdzo9rULPBw6YiB6lTy1QrCBheLHGQu50+Eg7AMVaK9nI3SeVpg6qHsWQLWi01a5DwmWCA==');
INSERT INTO entry VALUES(1,21,'open',1,5,2,replace('detente.example/open/v1\nrun 1\nround 5\nagent china\nmove PAUSE\nnonce gH0I8iEHzEQmCGecSAcDEG/HBbWIMaY3VgtqAHitmXU=','\n',char(10)),'IB23TTG+hht3uvkbgLmazm1facls+JKFhlQc7PqNvOgQ4bqypVScz3nI4sKgULm+r6onw02dbvJBg7YwD1KTBA==');
INSERT INTO entry VALUES(1,22,'pledge',2,3,1,replace('detente.example/pledge/v1\nrun 2\nround 3\nagent us\ntreaty wVVW/DYP+CZmNzJfxfhRd930IOvOHvUQmlyqS3qj3yU=\nawaits KXp9R4wAwresz2xorOxbxGeSLLe5P6YGod0H1ZOlGWU=\nawaits ZIedMEcMdoVsyaxGwbJsjflIEAzuvygZszLnhIbqM/0=','\n',char(10)),'ri1ZAtteXNcI+R2VJmUN+jN31vjqrmgdBHtkJQe6YsSWc2ehSUkp+ALyry/5JuFJgta1lT1RB3uMSLgamMB2Cw==');
INSERT INTO entry VALUES(1,23,'pledge',2,3,2,replace('detente.example/pledge/v1\nrun 2\nround 3\nagent china\ntreaty wVVW/DYP+CZmNzJfxfhRd930IOvOHvUQmlyqS3qj3yU=\nawaits KXp9R4wAwresz2xorOxbxGeSLLe5P6YGod0H1ZOlGWU=\nawaits ZIedMEcMdoVsyaxGwbJsjflIEAzuvygZszLnhIbqM/0=','\n',char(10)),'M/I2snj0xoclMBx1wG9cgwmCOsEBZWBp0cjbCY+22TiA+3NyDwRCIwP+TUovzrsBkBGoDreZhiwO2AFJZkoeCg==');
INSERT INTO entry VALUES(1,24,'commit',2,3,1,replace('detente.example/commit/v1\nrun 2\nround 3\nagent us\ncommit 2YqAuE7yKafduYoQpW9Fcvvi+7j4mhNXdwD/MYIQksc=','\n',char(10)),'Of7DxUedzRr1kRNwbRUAutAbVzBbmiViRfEtEYVf0J3awgiJ44lAfAX0pCzwwba0sPyKut35XbJRawuQyKTAAA==');
INSERT INTO entry VALUES(1,25,'commit',2,3,2,replace('detente.example/commit/v1\nrun 2\nround 3\nagent china\ncommit 0rQp4xEpKfaCO03sK34h9nlJu9Icqisu6VDdK/SH8LQ=','\n',char(10)),'MDJm3MRWxgAW06EZRAQDsBs2nIQYhLLLCmOl08f/2xkDd2Mry07PvX1qJqunp1G8wGovO33AldNz/DZ3UiBrCw==');
INSERT INTO entry VALUES(1,26,'open',2,3,1,replace('detente.example/open/v1\nrun 2\nround 3\nagent us\nmove PAUSE\nnonce nqd4mKOXlKb2k+SVxl3BwvZvqnkYTBqDAWGIBc47GAw=','\n',char(10)),'pIZD6PhlzndKhUqIjTIbmPa2gdQab7tz6wrTx8QXd9yrH418pcYmuX/7eG8/Jj6NI1/raIn4ZYtX8wV2GWrfCw==');
INSERT INTO entry VALUES(1,27,'open',2,3,2,replace('detente.example/open/v1\nrun 2\nround 3\nagent china\nmove PAUSE\nnonce +R7c43wp66csgip/kN9wUtaBdWwirc26eeS6VIUZOrM=','\n',char(10)),'6XnFeBkm4iFDC1Wgi9XeZWNkp+lAOaKXWN0uaMFt8h2UCYfgOvyUsttnaSplh+tNB3MmV62cbp8B98sVEqL6CA==');
INSERT INTO entry VALUES(1,28,'finding',2,3,5,replace('detente.example/finding/v1\nrun 2\nround 3\ninspector inspectorate\nagent us\nfound RACE\nevidence 2YqAuE7yKafduYoQpW9Fcvvi+7j4mhNXdwD/MYIQksc=','\n',char(10)),'fFR6Yrz2a0FVVXdHaBTy6hOyrF/ejSG+wigcTtqu1tdCarBOuoXNf3f8n8luNsTf3mqduiTQbmw+xN+ceHRECg==');
INSERT INTO entry VALUES(1,29,'finding',2,3,5,replace('detente.example/finding/v1\nrun 2\nround 3\ninspector inspectorate\nagent china\nfound RACE\nevidence 0rQp4xEpKfaCO03sK34h9nlJu9Icqisu6VDdK/SH8LQ=','\n',char(10)),'2K3itaVp/9QSRNQ34ky/kzoMaBuLsnxbuzdlN7SdcrnjpnEw8VWgGf0VEcRH611Hd3QqFfeh1qJcBp0KxkboCA==');
INSERT INTO entry VALUES(1,30,'commit',2,4,1,replace('detente.example/commit/v1\nrun 2\nround 4\nagent us\ncommit nImmDfLcIfR+OSpQXtloLDvu+d5K9rnJBAq3M4zAIpY=','\n',char(10)),'skH14akbYLMTZhmtD3Pvsm6vE9hnfUAX5SFDjNwVvY0QMZ7nd57Gjw/S02h/YsxsoqSsSN8SsexXCPW+c9e2Aw==');
INSERT INTO entry VALUES(1,31,'commit',2,4,2,replace('detente.example/commit/v1\nrun 2\nround 4\nagent china\ncommit PBFg5IfGYapnuWj5+iaux0u16buW6r+qZWcrLEPXITQ=','\n',char(10)),'DJKZWCz1vDkQ0n5NQJ8Vt4Lu1IWGv1Lu7YaxoTqaDuyK2Pn7cGlgBmgmsXQeAZj6xtu7Am49WJEPPaF1eOnrBA==');
INSERT INTO entry VALUES(1,32,'open',2,4,1,replace('detente.example/open/v1\nrun 2\nround 4\nagent us\nmove PAUSE\nnonce jXsk5jLs4KvZcqU2Vkj/j+RzlNPlFMK4BwnAa8ayKq8=','\n',char(10)),'OoEvdAFYntKsMoF9DyFyd+GHutmQkhVA6ygLsDJJDEDs+gKUbvuXVYaOjwBKlMGbyNree6RlmC5+AwuuoZkpAg==');
INSERT INTO entry VALUES(1,33,'open',2,4,2,replace('detente.example/open/v1\nrun 2\nround 4\nagent china\nmove PAUSE\nnonce KjYTQfiRLYP+trvV3gxjg+NmdoiaT+evjyBJZF21URY=','\n',char(10)),'kJnv1xFMRp14T0iqHemnuH+3uOA4mndVnm8d0bod4TyjmJkMZvzEYUiiHEDdjHZsDL2zao9h/yq+OwHmjMzFAQ==');
INSERT INTO entry VALUES(1,34,'commit',2,5,1,replace('detente.example/commit/v1\nrun 2\nround 5\nagent us\ncommit ZMuVDaVAbo8O7tL76/H0NJpJPXBUs8FRpNoQatw1gp8=','\n',char(10)),'F6pm/dEw2pIQ38CBYt6crNnDbYW44uulcWOXlMsWKhSKgVghqdgW+9KTOalT/sS8/k18aM/Qvv5/m9NvmhtKAQ==');
INSERT INTO entry VALUES(1,35,'commit',2,5,2,replace('detente.example/commit/v1\nrun 2\nround 5\nagent china\ncommit oLWQxMaEYLxXyU8JSMsRjFsJ2ePhnGkGoQJ09ZRIpnk=','\n',char(10)),'jCgGpg+QJQKLLOy8EsiHJN3GkhqbBITAx2FEN67lGK+/t00GJUlGNRIrPNAtSBdVSebMDIb6HdmOjKLdduxXDw==');
INSERT INTO entry VALUES(1,36,'open',2,5,1,replace('detente.example/open/v1\nrun 2\nround 5\nagent us\nmove PAUSE\nnonce F3Dj3hUr+guyt3oRhAIqZMEYDseRpA1e5eRWAw7ICDk=','\n',char(10)),'toegWi/FkoEjQJbm7svKGYBx328+D7+zMZ/tmKOnSBoih/Fu7Zx0w/LYtzU2/nIsyfyVIw6CknfKcugMbz7xDQ==');
INSERT INTO entry VALUES(1,37,'open',2,5,2,replace('detente.example/open/v1\nrun 2\nround 5\nagent china\nmove PAUSE\nnonce dDCfyKku3UqBFF+fS8r6kjP2V339kRiN/XJe48wOUfc=','\n',char(10)),'nWtcCHlTktjrWtwPlEwrEUAzMcvbfT6xXQk+hnqHEnlXaWF9zotxXLCYGnQFaXTr4i34G/bjiNmdoEaEY2cFCA==');
INSERT INTO entry VALUES(1,38,'finding',2,5,5,replace('detente.example/finding/v1\nrun 2\nround 5\ninspector inspectorate\nagent us\nfound RACE\nevidence ZMuVDaVAbo8O7tL76/H0NJpJPXBUs8FRpNoQatw1gp8=','\n',char(10)),'yDngF5dObvOM+vYPC4BU8V1aLrAzGPsvVJuSuufe2SLxbkPhXZx/hYtaexh/DtVaiwh9goPEDkKZMq7towXyCw==');
INSERT INTO entry VALUES(1,39,'finding',2,5,5,replace('detente.example/finding/v1\nrun 2\nround 5\ninspector inspectorate\nagent china\nfound RACE\nevidence oLWQxMaEYLxXyU8JSMsRjFsJ2ePhnGkGoQJ09ZRIpnk=','\n',char(10)),'ZNvVzK1YNh4etH2ctKzbnI7DUG1TpQeUqu6f3EwugagzGcCotITGyxWMrtNcm1d8teUpHiRzEhInf6x6OH0VAA==');
INSERT INTO entry VALUES(1,40,'pledge',3,3,1,replace('detente.example/pledge/v1\nrun 3\nround 3\nagent us\ntreaty wVVW/DYP+CZmNzJfxfhRd930IOvOHvUQmlyqS3qj3yU=\nawaits KXp9R4wAwresz2xorOxbxGeSLLe5P6YGod0H1ZOlGWU=\nawaits ZIedMEcMdoVsyaxGwbJsjflIEAzuvygZszLnhIbqM/0=','\n',char(10)),'hrIqrGCxF9hIcJN7WvBp/1sOmBFNgo8E3i1+umDK1SKztvvkCVPf9QDNIe0RQZYmRRcjJx+zaBEBd8WVpssXCw==');
INSERT INTO entry VALUES(1,41,'pledge',3,3,2,replace('detente.example/pledge/v1\nrun 3\nround 3\nagent china\ntreaty wVVW/DYP+CZmNzJfxfhRd930IOvOHvUQmlyqS3qj3yU=\nawaits KXp9R4wAwresz2xorOxbxGeSLLe5P6YGod0H1ZOlGWU=\nawaits ZIedMEcMdoVsyaxGwbJsjflIEAzuvygZszLnhIbqM/0=','\n',char(10)),'4WncAb+TijFpcSAXs0o+XJvry7LcgbHv4aJarCWDkqQWghpHinTj/tgRb60YLsM+p6xTK5qxNMAZqSs3IlafAw==');
INSERT INTO entry VALUES(1,42,'commit',3,3,1,replace('detente.example/commit/v1\nrun 3\nround 3\nagent us\ncommit 8TmFCCReuGm/rL6AYf9gPtL28LvXNmCpRrkoVuAcEtI=','\n',char(10)),'FJ8EWVE5HYmVRLvuQWds9iowOYOSlD5FL/xFenJo5bnlW/vo1lyfb4LUYPniO59XaxI3KCfsRL4H1dSsT7qMDA==');
INSERT INTO entry VALUES(1,43,'commit',3,3,2,replace('detente.example/commit/v1\nrun 3\nround 3\nagent china\ncommit 7WA48sGbKBASLtKX99TkVyZBIzICBMv8RoYmMGeFZ+o=','\n',char(10)),'AgFM3Kdy/Aaj1d09pSm/I7siThM1cQLFPCyW6pstOmYO7X5iOikqpSJ1aCvruVGAwrf7oT6vLk213J47yarNAw==');
INSERT INTO entry VALUES(1,44,'open',3,3,1,replace('detente.example/open/v1\nrun 3\nround 3\nagent us\nmove PAUSE\nnonce F8MYWeRmMZWnWs6/dDZdwDT5gOqItSPhxy7MHAywmUY=','\n',char(10)),'XaWr+4Uu3GPP9OeNQ6ZohWeYZHVm2XwxvrQ3vwhW17AN9NZVVwQDKVbI7XBag+gjpNhCQOazLM8kJZozxpRSAA==');
INSERT INTO entry VALUES(1,45,'open',3,3,2,replace('detente.example/open/v1\nrun 3\nround 3\nagent china\nmove PAUSE\nnonce baHnFoeuctty8snMxuTGZhXEgQ2fjyrt7jU+86I5UaQ=','\n',char(10)),'wBLi7/Luf65RWmAVpCOuqNPxrOgriM8tCXpAIWcLTflMW7b6qwmmZqrNvcS7JDvn+NebnwXKXtz3nXPeIqsCDw==');
INSERT INTO entry VALUES(1,46,'commit',3,4,1,replace('detente.example/commit/v1\nrun 3\nround 4\nagent us\ncommit z4CaCLaYIFS8QzkqzFhtvC7n81I3UPTy44zoTrL5xP0=','\n',char(10)),'u3zNyV5KRbXam2WEK+gC75jd1KjlexSwYABxC5eBPe6nkQfNVRMS5iRXneOCeeQ8/SJxrcvtFwxkLGp3CySrDw==');
INSERT INTO entry VALUES(1,47,'commit',3,4,2,replace('detente.example/commit/v1\nrun 3\nround 4\nagent china\ncommit iKcQ9coVPUCQFrtSoiBKWSniyeSZA0Qk2lnU+pc66xg=','\n',char(10)),'/sq7WDOUUkOvnOz7GOWq9lCYSJ/mXzgDMsg0gUnr2KxiYvv3GcLjUF3+ZZ7/wX5qfJmTS9l7hqmnOx8U9O0mDQ==');
INSERT INTO entry VALUES(1,48,'open',3,4,1,replace('detente.example/open/v1\nrun 3\nround 4\nagent us\nmove PAUSE\nnonce 2pGN01hjZMhIUV9gBNNfTM/IUB+9HxocyzNrNibumXE=','\n',char(10)),'qR90g6IkGl/nZi+0JSDIaZzWgnna8rQQxUi2UVZjfrNcm+Evw/RvhxPzJQjQPS/hSdZWAB80x0Iv27/oysmFBw==');
INSERT INTO entry VALUES(1,49,'open',3,4,2,replace('detente.example/open/v1\nrun 3\nround 4\nagent china\nmove PAUSE\nnonce PjkwlOt/ezYpMEURI3PZtyN0tiggBnreB2F9VnkkYdg=','\n',char(10)),'XcmP9XLAF2ovQDaURUSwAz8+8FlGw4pitisPNaZwlmpunag92U7Pdjqkj4wXdBZF6PYiZ1j98e8PvzX1rQJlCA==');
INSERT INTO entry VALUES(1,50,'commit',3,5,1,replace('detente.example/commit/v1\nrun 3\nround 5\nagent us\ncommit x0HDavk+yZbAeIlYt6AyMN3YoCOCogAYrpAjhYvSqzk=','\n',char(10)),'cgRrVaSJ/IEdBVoJPchJ8eCOLr7Z7WBDe4mHeVP5CNSULwHB7mYWGZIDSeb1Xey0+ewCPuWBoxP5YKwkwcTNDA==');
INSERT INTO entry VALUES(1,51,'commit',3,5,2,replace('detente.example/commit/v1\nrun 3\nround 5\nagent china\ncommit 5vpnrdltozYEv5hJJ5TFivbTOjMbgT5GZWPGO2elGzI=','\n',char(10)),'JkiyLgSpl2THxjrIxymB5GY1DOMijc5OHfyc4+X6nad2uPjzXZUo+BM55+7zh881bMXUuPTfah+fBYOEuCLPDA==');
INSERT INTO entry VALUES(1,52,'open',3,5,1,replace('detente.example/open/v1\nrun 3\nround 5\nagent us\nmove PAUSE\nnonce FUOUJPFkWurUWZ0BWjn87jMGfLcAK/v260j/JZnn0OE=','\n',char(10)),'TrV0k8mMBmfxjQUvCGAyBurcCTW1OS2hS2gLWUmDsxeCtu3qKNsl/eCc1sn2GdOENm2a28Ntz6J8Va1lZbXZCw==');
INSERT INTO entry VALUES(1,53,'open',3,5,2,replace('detente.example/open/v1\nrun 3\nround 5\nagent china\nmove PAUSE\nnonce t8JfB6Vmw2prrRmOjp0BFArNB4YLbPH9xW+DVYro4H8=','\n',char(10)),'27N8lucsIzHkLWNMR4icI4V885YceNo+s9gUaAMMMq+fEBb/HnoAx8vYiqoDULACKXqNce31xvaJz1Y3KzBhCg==');
INSERT INTO entry VALUES(1,54,'finding',3,5,5,replace('detente.example/finding/v1\nrun 3\nround 5\ninspector inspectorate\nagent china\nfound RACE\nevidence 5vpnrdltozYEv5hJJ5TFivbTOjMbgT5GZWPGO2elGzI=','\n',char(10)),'auoQmyP8vu36Z9FGzDaxC/tqNMkHhJZllSEnV1tDdW6v3XU0SpzaYcSnhNbjEpWYLE8/oa7ZNy+GMRIRa8UuAA==');
INSERT INTO entry VALUES(1,55,'pledge',4,3,1,replace('detente.example/pledge/v1\nrun 4\nround 3\nagent us\ntreaty wVVW/DYP+CZmNzJfxfhRd930IOvOHvUQmlyqS3qj3yU=\nawaits KXp9R4wAwresz2xorOxbxGeSLLe5P6YGod0H1ZOlGWU=\nawaits ZIedMEcMdoVsyaxGwbJsjflIEAzuvygZszLnhIbqM/0=','\n',char(10)),'XLOSt8DI24yFAaQgZH9jch60R+m2zaSNOOgoNtGQPezyzugDiyp+yO49zrYJ+KAn91BVBBbNeZ3GNdF/6Vc+Bw==');
INSERT INTO entry VALUES(1,56,'pledge',4,3,2,replace('detente.example/pledge/v1\nrun 4\nround 3\nagent china\ntreaty wVVW/DYP+CZmNzJfxfhRd930IOvOHvUQmlyqS3qj3yU=\nawaits KXp9R4wAwresz2xorOxbxGeSLLe5P6YGod0H1ZOlGWU=\nawaits ZIedMEcMdoVsyaxGwbJsjflIEAzuvygZszLnhIbqM/0=','\n',char(10)),'MUATc88F05zzBeU1SVBlqpQKn8TCfPkxQfbnVvYhjz29dLLNYZ1Oi2AvdXe4gX3/vfrLx/xpLsNhkcQzH9WFCw==');
INSERT INTO entry VALUES(1,57,'commit',4,3,1,replace('detente.example/commit/v1\nrun 4\nround 3\nagent us\ncommit qeQ0YlG3Zk6eKkFZBgd6Z5uhSdUtlKD7FQRxH7+YGM4=','\n',char(10)),'FlF3YD9Bg4pKVY5c6cGmt8S+/FmGOmT0AAwexHY11lc3WGplJzJNc0Yt+WE0QR352DvX2Cu1RMgfbdoT69V8CA==');
INSERT INTO entry VALUES(1,58,'commit',4,3,2,replace('detente.example/commit/v1\nrun 4\nround 3\nagent china\ncommit 3jtRNmiD6HMMFO1EgCKE+PhF4WwEzFacx3Kr7W+0f00=','\n',char(10)),'AROy+4uswyo1mMabhq0yIkjptgqDVgEz83boo0+rENaHTOg73VHiiK8nSWRXIF/xUAZOR/tYbtzMmllzweF+Dw==');
INSERT INTO entry VALUES(1,59,'open',4,3,1,replace('detente.example/open/v1\nrun 4\nround 3\nagent us\nmove PAUSE\nnonce RYXMgGXSnCuUbQdTIr/gDF/hDLfjvXqXDkeDP/HKCww=','\n',char(10)),'KKfc4xl0RSXwqT2a+Mx+ZLMGY1ST7tgXlGt7Ic4moLk8++NDeg5U1wz6KyFIc/gqawgjeKre7ZbRHx1on1KWBg==');
INSERT INTO entry VALUES(1,60,'open',4,3,2,replace('detente.example/open/v1\nrun 4\nround 3\nagent china\nmove PAUSE\nnonce tE9+9r3p5OgVyCql4NWJg83qu2f0y5+jfclGgPIotZw=','\n',char(10)),'Jb5Nb6fCDf0cNCfJ8vZ2OmsXkFbwmvxpedfn1+dgz92Hhkwb2cm/qCNe0Grxzmt3iIwBfLrEPG0f4xytcOQoBg==');
INSERT INTO entry VALUES(1,61,'finding',4,3,5,replace('detente.example/finding/v1\nrun 4\nround 3\ninspector inspectorate\nagent us\nfound RACE\nevidence qeQ0YlG3Zk6eKkFZBgd6Z5uhSdUtlKD7FQRxH7+YGM4=','\n',char(10)),'8ObKsGhRpGKnKYZEPYYBOwxRggqgFzUUvKYiTctWbZp++L4JIOc8KwcDvmLZnhHxJnSJCwIrzNYTWdD5YIBzDQ==');
INSERT INTO entry VALUES(1,62,'commit',4,4,1,replace('detente.example/commit/v1\nrun 4\nround 4\nagent us\ncommit Gxznwx4PJF6OdOIYO+ubtAYNufcVcJP8xBPrYXHlGnA=','\n',char(10)),'78toBGMzJa6RSTW/nVhy+aixshgoxcOYvV3Gen/FS66qCJD9swB/DvdqLKKmwesWCCIRYGFXX1jHgL1RXYKDCg==');
INSERT INTO entry VALUES(1,63,'commit',4,4,2,replace('detente.example/commit/v1\nrun 4\nround 4\nagent china\ncommit fpSuHiTFX9gtiD7xY31zxIU8n52Rh3vQsptBor9AOh4=','\n',char(10)),'xTRAhZlyy1jaZLGtL3F1NAEp16qRN7yMnU6yDVZKCzmhf6aVNRFRL0bBtVUjZbMB2pAxb/BCM/RTKLYyejJfBA==');
INSERT INTO entry VALUES(1,64,'open',4,4,1,replace('detente.example/open/v1\nrun 4\nround 4\nagent us\nmove PAUSE\nnonce yMbpPWvmAdVyzDPL/4PuHBG2VAA/DkYs6N3nYX+wq6c=','\n',char(10)),'DyGmm6Sfk24gM4Z0ZvJ5ymNSk2+O4X5qdyYEFtiU91hmGO22h1JP0eZqRRfLanBzhf4QEBF8qw6l2GBWTzR9DA==');
INSERT INTO entry VALUES(1,65,'open',4,4,2,replace('detente.example/open/v1\nrun 4\nround 4\nagent china\nmove PAUSE\nnonce gTXqR5O4RsMfbakipbefZhnrrU13V6dVwUI2uAOFo1U=','\n',char(10)),'M+mGzEQCIJz1of2Wc9N2NQObubQC59DEtbmLptQ87DubVzUs2bO90oHPS8i4fXREwfik06xoEd/GMNEAZsvwBQ==');
INSERT INTO entry VALUES(1,66,'finding',4,4,5,replace('detente.example/finding/v1\nrun 4\nround 4\ninspector inspectorate\nagent china\nfound RACE\nevidence fpSuHiTFX9gtiD7xY31zxIU8n52Rh3vQsptBor9AOh4=','\n',char(10)),'7D6e9+/Uak6olcZi8p9GJ9ah/AEMdui0gMe+kkZ1ju3/rbwYgvaXPT6h9CYFVJ+kiZ+1CNZ+RRZrWIGPHbriCw==');
INSERT INTO entry VALUES(1,67,'commit',4,5,1,replace('detente.example/commit/v1\nrun 4\nround 5\nagent us\ncommit Lgk3s3eIigh+6He9p4K0U1wIiHaSLfNPEz9MUGM31to=','\n',char(10)),'bi+huBTvw82Qll+lOXv0YkLEIVAEuDDv11OAP5hpbK7Z5U7oXTk+V4jmgeeTaoCZYSdHoPkhQq58rWn5tAwtDg==');
INSERT INTO entry VALUES(1,68,'commit',4,5,2,replace('detente.example/commit/v1\nrun 4\nround 5\nagent china\ncommit GKLT+kjsGx9MWyo7T9RObUtpqc1qJTkxb809Z0TWDiw=','\n',char(10)),'Njepo1m+2ZbK6Uz0vgF6pmff//ovrSMgP4vW9zWhk7J5xH+ooyul688sEpP8x4u6Ngf33y+bD2yummZVqX1OBA==');
INSERT INTO entry VALUES(1,69,'open',4,5,1,replace('detente.example/open/v1\nrun 4\nround 5\nagent us\nmove PAUSE\nnonce fUwelVICbc7ys2FK41FOjedFmoSVxVJ5QrcfO2XTZ4k=','\n',char(10)),'P73/uN/bB5RkWgTJdMhKbDaL/ilBwkTxvh0RLBir7vBXBkF5UFif0XA6SEJesLFOmfw4hR6hQmnenmbCZqxaCw==');
INSERT INTO entry VALUES(1,70,'open',4,5,2,replace('detente.example/open/v1\nrun 4\nround 5\nagent china\nmove PAUSE\nnonce xBMVxvTUE0oj6/X7S8uJaz1Jw2N/bRFtB+ToRY12wjE=','\n',char(10)),'dzu5/e5qWfyQHyWJ3/DXF3D7NroAJVr+WK+mYxmGMfxDjzlr71EdwNdAxnhfas57uz/B/cznkREtbJghJayRBg==');
INSERT INTO entry VALUES(1,71,'finding',4,5,5,replace('detente.example/finding/v1\nrun 4\nround 5\ninspector inspectorate\nagent china\nfound RACE\nevidence GKLT+kjsGx9MWyo7T9RObUtpqc1qJTkxb809Z0TWDiw=','\n',char(10)),'8nKhCByj7bqLXgQ4TYmGOUrAEDiUTzuSRIQD9TWBS49qa4wR8EpH5cerGC0KTIk88bNlQLjBbF10Lg6N5FHtAg==');
INSERT INTO entry VALUES(1,72,'outcome',0,0,4,replace('detente.example/outcome/v1\nreferee referee\nchunk 1\nfirst-run 1\nlast-run 4\ndigest T7Ee6e4NAd7VWqQYwhZjUP5Gf1mq423HXI8ZPz/oEnM=','\n',char(10)),'6pbk+sj8+AMo8aRzAJgN6h/46lxI8uNYmJpHKUcDvdwnmxUsMOF6VbGbjZHkiCLAGyh9KPEcT+N/BCWKnhMzAg==');
INSERT INTO entry VALUES(2,0,'register',0,0,1,replace('detente.example/register/v1\nexperiment 98c667a6ead234c2ffa1fc1baafc8d919a0a1f0bef0daaff7a7a7c3f47b9d3b7\nagent us\nrole party\nkey sim/us/98c667a6ead234c2+bfb02c55+AVihF2Yl6nssPWi4lOCSxsBVN9wSWbQtG3bXpVFUeuEw\nidentity sim/us+2506bd23+AeQ+/eysFixA0n06sntIERr//pIwQUm4dzah++oBEVcP','\n',char(10)),'QCFi8LqwDhYJXfltnEcBrl5xcYhHianfnFORjCdbXVqjzLySQbwaP6oH4KImV0wbRmvdnmsHDaL+TGLCt1dkBQ==');
INSERT INTO entry VALUES(2,1,'register',0,0,2,replace('detente.example/register/v1\nexperiment 98c667a6ead234c2ffa1fc1baafc8d919a0a1f0bef0daaff7a7a7c3f47b9d3b7\nagent china\nrole party\nkey sim/china/98c667a6ead234c2+81f11c80+ASF0mMqN4s24RnR20mzBsuS34X7OQcUtKuph7HKy5Z9Y\nidentity sim/china+5aaddb72+Ad1vUjlFQzA+G+TTxiJC0mhxBHhgSZgaZONvaARTmAKo','\n',char(10)),'kfIa1G2CNZZAlwpfjuL7AxGtl4P/SJaTBuR/kockT7/ySSSX37tTMCkEn0edHpfTXXVk0sLEit6d31ekl9r3Dw==');
INSERT INTO entry VALUES(2,2,'register',0,0,3,replace('detente.example/register/v1\nexperiment 98c667a6ead234c2ffa1fc1baafc8d919a0a1f0bef0daaff7a7a7c3f47b9d3b7\nagent log\nrole log\nkey sim/log/98c667a6ead234c2+4477d834+AUCWxUxO+3YCI307fqriINat1FO+JIQRSney0xQygwiz\nidentity sim/log+36ef92f3+Ad8x1lG6P4nF6H3n8UCPG+I0goB9AIKTO0Nv9sapl6cP','\n',char(10)),'zGqJgnYAeUCl2MPXRS6dwnRxUvVb9Rhk7Oda3j2/4ICJaa3sOfeXqOoUYPLT9NIl1ew4Okxx6fSY228i+03sDw==');
INSERT INTO entry VALUES(2,3,'register',0,0,4,replace('detente.example/register/v1\nexperiment 98c667a6ead234c2ffa1fc1baafc8d919a0a1f0bef0daaff7a7a7c3f47b9d3b7\nagent referee\nrole referee\nkey sim/referee/98c667a6ead234c2+ec61b2ff+AcdYOMgt3/0uPXQYtqwL7Tc/lkh8JweqELyxNZx8i24a\nidentity sim/referee+f1cdc36c+AR+BcmPDHLzlWAV7ZOxee8eOjChLAq+RcBosf1n6Jtb/','\n',char(10)),'ZRp95hrZzSLKL3mJBtuF7iYVAA32Z73ptgx8sNUMIvF1IOhPjWf5UO3+ioYT0yQvkcqqAJ26ku1j5t5NCXORDg==');
INSERT INTO entry VALUES(2,4,'register',0,0,5,replace('detente.example/register/v1\nexperiment 98c667a6ead234c2ffa1fc1baafc8d919a0a1f0bef0daaff7a7a7c3f47b9d3b7\nagent inspectorate\nrole inspector\nkey sim/inspectorate/98c667a6ead234c2+c39a6283+AT5TisbFVgG8A+Qa4kb9PYoVZZNktTr87TYuVyIi7KvC\nidentity sim/inspectorate+065d9e44+AQTm7YZv8+d6aBxRNFPjby1QK0NvmbZ97me6upU1jHaF','\n',char(10)),'Tc1NZkVH/NzxqtfICalQ1sPeLL8ymn3xVW/GEQC7PFfkvlN2YjqamBBhLwPc28dkaHf7gFaSxn3NzQHb24PyBw==');
INSERT INTO entry VALUES(2,5,'ratify',0,0,1,replace('detente.example/ratify/v1\nagent us\ntreaty CLmQNYUuAKndLxLFy5dK6Ajq5nk+yr3tAXGmnqOMC9c=','\n',char(10)),'0CWeFWlx9gEeIjS8Bq5xxfs3bYbELmu2i8BeXsZcziYCrQ+gZvcaH2I6nHMpQ5vO9U2iiHAF3oj1/zY21ljnAQ==');
INSERT INTO entry VALUES(2,6,'ratify',0,0,2,replace('detente.example/ratify/v1\nagent china\ntreaty CLmQNYUuAKndLxLFy5dK6Ajq5nk+yr3tAXGmnqOMC9c=','\n',char(10)),'qZfZvZ1GnUD4bNN2jrwkuGO8ocboGklQ5QozjpZLmtRahHW9uOoo//4KidDK6YNo90reNsRDa3TeJURBWn9YAw==');
INSERT INTO entry VALUES(2,7,'epoch',0,0,1,replace('detente.example/epoch/v1\nagent us\nepoch 1\nfirst-run 1\nlast-run 6\ncommitments 6\nroot Ef8QOf1QDT0FCA8EzltTErSf/5GpRP9fRoghGpIYl0Q=','\n',char(10)),'iXodWHKpY3xN/wwQ7tgOHSwXb4Sx/4S9+s7ZtUwC1gJ2pGpOXHeg7+V1ushmI9RUFPi2gJ/4hCTmr+xLR+NRAg==');
INSERT INTO entry VALUES(2,8,'epoch',0,0,2,replace('detente.example/epoch/v1\nagent china\nepoch 1\nfirst-run 1\nlast-run 6\ncommitments 6\nroot IZuQzEhaQMPwV59a2VG29pTJFp/shn2JGVK9wbiocWU=','\n',char(10)),'1BnqnBa3cKvx+0gO1UNYc/t4wwHtPNjmepNvpAGHCwG3v2GqhfIwrkUTeqtek5CUqdkEQ0xjCTDLEHdZaTMqAQ==');
INSERT INTO entry VALUES(2,9,'outcome',0,0,4,replace('detente.example/outcome/v1\nreferee referee\nchunk 1\nfirst-run 1\nlast-run 6\ndigest HVFo1OiwC5tGm+F2p7mhz2HwIXiyEwfZ7IrJfK7rJqs=','\n',char(10)),'olTNjIu4rKsbb5+pwoqkGQTjiCEVb9FhQS2My4YgFLWxlYZU3tnOxaWDtjvKhxBSRka6WTV3dcTxdWFoOOF1Aw==');
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
INSERT INTO checkpoint VALUES(1,1,1,4,73,'4fb11ee9ee0d01ded55aa418c2166350fe467f59aae36dc75c8f193f3fe81273',replace('sim/log/93fb97d7ff421606\n73\nURnhn+w0kMFsKeBciaKnWAHFJFJh6EOIeLMYVG+KlFg=\n\n— sim/log/93fb97d7ff421606 /0J2c4cUbfQwuOr1Y2r6nQ4U67CPjl8VvYEZev4rQWMs3pM0R1TKwnac2bdl2FGe8sJj7j3+/SVwtl5aAuKxXwFefA4=\n','\n',char(10)));
INSERT INTO checkpoint VALUES(2,1,1,6,10,'1d5168d4e8b00b9b469be176a7b9a1cf61f02178b21307d9ec8ac97caeeb26ab',replace('sim/log/98c667a6ead234c2\n10\n39IfRVqsmLmAiiflfM2VZu89OO8HeKbM8r6sDqTjKQo=\n\n— sim/log/98c667a6ead234c2 RHfYNFzCZVENWcxHlBZdnbzACqHRBkoWcI96DULx2ZEb7ZA0G1KyTH2XFwj5a6jFYnSB/xiKHwCPmkPY8Y5AaCGbhA0=\n','\n',char(10)));
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
INSERT INTO sweep VALUES(1,'d8349820b9260733dc2e2ac732e505a9127fc45ccee96ef145d47ac37dd3e355','grid','grid','two-powers',replace('sweep: grid\nstatus: stylised\nscenario: two-powers\nset:\n  payoffs: prisoners-dilemma\n  rounds: 6\n  treaty: verified-halt\naxes:\n  slip:\n    key: noise.slip\n    values: [0.1, 0.3]\n    steps: 11\n    log: no\n  rule:\n    key: strategies\n    values:\n      - comply\n      - [grim, deceiver]\n    steps: 11\n    log: no\nruns: 20\nerror:\n  of: pause_share\n  most: 100000\nengine: reference\nrecord: agents\nmeasure: pause_share\nseed: 5\n','\n',char(10)),replace('scenario: two-powers\ntitle: Two powers\nsummary: Two nations, one ahead and one behind, sign a treaty with counted inspections. Each would cheat if it could hardly be found out. The treaty runs for ten years and is prolonged once by five; then nothing binds them.\nsource: stylised after New START\nstatus: stylised\nagents:\n  us:\n    agent: us\n    title: United States\n    summary: Host of most frontier labs and of most of the computing power.\n    source: Epoch AI 2025; AI Index 2025\n    status: stylised\n    facts:\n      - About 75% of AI-supercomputer performance, May 2025; the data set covers 10 to 20% of all (sourced, Epoch)\n      - "Private AI investment 2024: 109.1 billion dollars (sourced, AI Index 2025)"\n    kind: nation\n    weight: 75\n    role: leader\n    joins: 1\n    strategy:\n      strategy: deceiver\n      title: Deceiver\n      summary: Sign, declare that I pause, and race whenever verification would find fewer than three breaches in ten. Comply where it would find more. Race where no treaty binds me.\n      source: stylised after the party that a treaty without verification invites\n      status: stylised\n      declares: pause\n      start:\n        - {when: in_force and party and detection >= 0.3, to: comply}\n        - {to: cheat}\n      states:\n        comply:\n          play: pause\n          withdraw: no\n          next:\n            - {when: in_force and party and detection >= 0.3, to: comply}\n            - {to: cheat}\n        cheat:\n          play: race\n          withdraw: no\n          next:\n            - {when: in_force and party and detection >= 0.3, to: comply}\n            - {to: cheat}\n  china:\n    agent: china\n    title: China\n    summary: Second in computing power, behind and catching up.\n    source: Epoch AI 2025; AI Index 2025\n    status: stylised\n    facts:\n      - About 15% of AI-supercomputer performance, May 2025; the data set covers 10 to 20% of all (sourced, Epoch)\n      - "Private AI investment 2024: 9.3 billion dollars (sourced, AI Index 2025)"\n    kind: nation\n    weight: 15\n    role: laggard\n    joins: 1\n    strategy:\n      strategy: deceiver\n      title: Deceiver\n      summary: Sign, declare that I pause, and race whenever verification would find fewer than three breaches in ten. Comply where it would find more. Race where no treaty binds me.\n      source: stylised after the party that a treaty without verification invites\n      status: stylised\n      declares: pause\n      start:\n        - {when: in_force and party and detection >= 0.3, to: comply}\n        - {to: cheat}\n      states:\n        comply:\n          play: pause\n          withdraw: no\n          next:\n            - {when: in_force and party and detection >= 0.3, to: comply}\n            - {to: cheat}\n        cheat:\n          play: race\n          withdraw: no\n          next:\n            - {when: in_force and party and detection >= 0.3, to: comply}\n            - {to: cheat}\npayoffs:\n  payoffs: prisoners-dilemma\n  title: Prisoner''s dilemma\n  summary: Racing pays whatever the other does, and both racing is worse for both than both pausing.\n  source: Axelrod 1984\n  status: sourced\n  form: matrix\n  pairs: all\n  weighted: no\n  matrix:\n    reward: 3\n    sucker: 0\n    temptation: 5\n    punishment: 1\n  dsair:\n    benefit: 4\n    cost: 1\n    prize: 10000\n    rounds: 100\n    speed: 1.5\n    found_out: 0\n    disaster: 0.6\ntreaty:\n  treaty: verified-halt\n  title: Verified, simultaneous halt\n  summary: All pause together, or nobody is bound. Five channels watch. A first finding is fined, a second suspends the halt for three months, a fifth for six, and an eighth forfeits the deposit and expels, which ends the halt for all. A year without a finding takes one away.\n  source: standard elements of arms control, put together\n  status: stylised\n  parties: [all]\n  obligation:\n    text: Every party pauses, and admits the five channels of verification.\n    grace: 0\n  entry:\n    parties: 0\n    weight: 0\n    delay: 2\n  monitoring:\n    common_mode: 0.02\n    cost: 0.02\n    accusers: 0\n    channels:\n      on-chip-attestation:\n        about: signed reports of what the chips do\n        miss: 0.05\n        false_alarm: 0.001\n        coverage: 0.8\n        cost: 0.05\n        visibility: public\n        common: yes\n      transcript-reexecution:\n        about: samples of declared runs, computed again\n        sample:\n          items: 50\n          hidden: 5\n          inspected: 5\n          detect: 0.9\n          false_alarm: 0\n        coverage: 0.8\n        cost: 0.03\n        visibility: public\n        common: yes\n      off-chip-telemetry:\n        about: power and network, a threshold test\n        measure:\n          separation: 3\n          false_alarm: 0.002\n        coverage: 1\n        cost: 0.02\n        visibility: public\n        common: no\n      challenge-inspection:\n        about: on accusation; refusal is seen\n        miss: 0.2\n        false_alarm: 0.01\n        coverage: 0.5\n        cost: 0.02\n        visibility: public\n        common: no\n      whistleblowers:\n        about: staff who report a run that should not be\n        tips:\n          staff: 200\n          chance: 0.002\n          false_alarm: 0.002\n        coverage: 1\n        cost: 0\n        visibility: public\n        common: no\n  response:\n    ladder:\n      - strikes: 1\n        chance: 1\n        fine: 1\n        bond: 0\n        suspend: 0\n        expel: no\n        end: no\n      - strikes: 2\n        chance: 1\n        fine: 2\n        bond: 0\n        suspend: 3\n        expel: no\n        end: no\n      - strikes: 5\n        chance: 1\n        fine: 4\n        bond: 0\n        suspend: 6\n        expel: no\n        end: no\n      - strikes: 8\n        chance: 1\n        fine: 0\n        bond: 1\n        suspend: 0\n        expel: yes\n        end: no\n    forgive_after: 12\n    forgive_chance: 0\n    shared: no\n  bond: 10\n  tariff: 0\n  withdrawal:\n    allowed: yes\n    notice: 6\n  duration:\n    rounds: 0\n    renewals: 0\n    renewal_rounds: 0\n    renewal_chance: 1\n    lapses: yes\nnoise:\n  slip: 0.01\n  public:\n    miss: 0\n    false_alarm: 0\n  private:\n    miss: 0\n    false_alarm: 0\nenforcement: 0\nrounds: 6\ncontinuation: 1\nruns: 100\n','\n',char(10)),'5','xoshiro256++ by (seed, experiment, run, purpose)','reference','detente sweep grid.yaml --seed 5','0.1.0',1,'gsl 2.7.1, sqlite 3.40.1, libsodium 1.0.18',20,4,'2026-06-01T12:00:00Z','2026-06-01T12:00:00Z');
CREATE TABLE sweep_axis (
	sweep_id        INTEGER NOT NULL REFERENCES sweep,
	axis            INTEGER NOT NULL CHECK (axis >= 1),
	name            TEXT NOT NULL CHECK (name <> ''),
	key             TEXT NOT NULL CHECK (key <> ''),
	levels          INTEGER NOT NULL CHECK (levels >= 1),
	PRIMARY KEY (sweep_id, axis)
) STRICT, WITHOUT ROWID;
INSERT INTO sweep_axis VALUES(1,1,'slip','noise.slip',2);
INSERT INTO sweep_axis VALUES(1,2,'rule','strategies',2);
CREATE TABLE sweep_level (
	sweep_id        INTEGER NOT NULL,
	axis            INTEGER NOT NULL,
	level           INTEGER NOT NULL CHECK (level >= 1),
	value           TEXT NOT NULL,
	number          REAL NOT NULL,
	PRIMARY KEY (sweep_id, axis, level),
	FOREIGN KEY (sweep_id, axis) REFERENCES sweep_axis
) STRICT, WITHOUT ROWID;
INSERT INTO sweep_level VALUES(1,1,1,'0.1',0.10000000000000000555);
INSERT INTO sweep_level VALUES(1,1,2,'0.3',0.29999999999999998889);
INSERT INTO sweep_level VALUES(1,2,1,'comply',1.0);
INSERT INTO sweep_level VALUES(1,2,2,'grim,deceiver',2.0);
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
INSERT INTO cell VALUES(1,1,'601a5951730e6beaf07bbe927f3affbd910d8397abcc666418895a99b80fea8f','dfa36bbf4c9a2619afd41e2e9cad75e68a53f56962ab0b2771becb02ef625a60','reference',0,20,0.61249999999999993338,0.022027196108925270467,0.49166666666666664076,0.040958901095456266838,2.1631666666666662379,0.045737923021702465986,0.6500000000000000222,0.016666666666666666435,1.0,3.0,0.0,0.0,0.6500000000000000222,3.7692307692307691624,6.0,0.94999999999999995559,0.9000000000000000222,0.10000000000000000555,0.050000000000000002775,-1.1000000000000000888);
INSERT INTO cell VALUES(1,2,'1a3daa1a28fcc9598467a7fb12f192f9ad7754a912d8a51d06084bb99713acee','1216e8d88c020d4feae4925ed1a6b41edc7706b04732b4fdee6bf450e2f45cb5','reference',0,20,0.3125,0.020833333333333332176,0.041666666666666664353,0.016556654463313048158,1.5599999999999998312,0.05604926821856157787,0.375,0.29166666666666668517,1.0,3.0,0.0,0.0,1.0,3.0499999999999998223,6.0,2.3000000000000002664,2.1499999999999999111,0.25,0.14999999999999999444,-3.3999999999999999111);
INSERT INTO cell VALUES(1,3,'c5d34d0813600bf46a36f6397fc41e892c6740586334c7a24ca064f39e36ff23','d9b8fc95f539f607aadeb5c77986c2fb721f85558385af01df2527155fd0a34d','reference',0,20,0.5,0.044835632237414192735,0.2750000000000000222,0.053084672516088393656,1.9169999999999995932,0.10679183993181963485,0.53333333333333332593,0.13333333333333333148,1.0,3.0,0.0,0.0,0.94999999999999995559,3.6842105263157893801,6.0,2.1000000000000000888,2.0499999999999998223,0.10000000000000000555,0.050000000000000002775,-2.7999999999999998223);
INSERT INTO cell VALUES(1,4,'524b351c1d69aa072da33110d72a19137d2fb370fe28deab0774be2bc2b4f3e8','ffb9ea43c76979d96d8ce978c457da7ce9286c247e3d03b3e8eaba20f8475399','reference',0,20,0.44583333333333335923,0.041125876517081626226,0.17499999999999998889,0.046002478956850126334,1.8108333333333330728,0.10292814589010269854,0.45833333333333331482,0.20833333333333334258,1.0,3.0,0.0,0.0,1.0,3.2999999999999998223,6.0,2.5,2.5,0.0,0.0,-3.4500000000000001776);
CREATE TABLE cell_axis (
	sweep_id        INTEGER NOT NULL,
	cell            INTEGER NOT NULL,
	axis            INTEGER NOT NULL,
	level           INTEGER NOT NULL,
	PRIMARY KEY (sweep_id, cell, axis),
	FOREIGN KEY (sweep_id, cell) REFERENCES cell,
	FOREIGN KEY (sweep_id, axis, level) REFERENCES sweep_level
) STRICT, WITHOUT ROWID;
INSERT INTO cell_axis VALUES(1,1,1,1);
INSERT INTO cell_axis VALUES(1,1,2,1);
INSERT INTO cell_axis VALUES(1,2,1,1);
INSERT INTO cell_axis VALUES(1,2,2,2);
INSERT INTO cell_axis VALUES(1,3,1,2);
INSERT INTO cell_axis VALUES(1,3,2,1);
INSERT INTO cell_axis VALUES(1,4,1,2);
INSERT INTO cell_axis VALUES(1,4,2,2);
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
INSERT INTO cell_outcome VALUES(1,1,1,'us','comply',0.57499999999999995559,0.037218730743117170445,2.3506666666666662379,0.12996301768161694356,0.6500000000000000222,0.5,0.4500000000000000111,0.050000000000000002775,0.050000000000000002775,0.0,0.5500000000000000444,0.0,-0.5500000000000000444,-0.5460000000000002629,0.0);
INSERT INTO cell_outcome VALUES(1,1,2,'china','comply',0.64999999999999991118,0.031761170158301176014,1.97566666666666646,0.12183132333283273884,0.6500000000000000222,0.4500000000000000111,0.4500000000000000111,0.050000000000000002775,0.0,0.0,0.9000000000000000222,0.0,-0.5500000000000000444,-0.5460000000000002629,0.0);
INSERT INTO cell_outcome VALUES(1,2,1,'us','grim',0.21666666666666667406,0.027305934063637508912,1.8225000000000000088,0.097772523616141804314,0.375,2.1000000000000000888,1.9499999999999999555,0.050000000000000002775,0.14999999999999999444,0.0,0.6500000000000000222,0.0,-3.0,-0.31500000000000011324,0.0);
INSERT INTO cell_outcome VALUES(1,2,2,'china','deceiver',0.40833333333333332593,0.025578111073374265593,1.2974999999999998756,0.094996729706715479779,0.375,0.2000000000000000111,0.2000000000000000111,0.2000000000000000111,0.0,0.2000000000000000111,0.59999999999999997779,0.0,-0.4000000000000000222,-0.31500000000000011324,0.0);
INSERT INTO cell_outcome VALUES(1,3,1,'us','comply',0.46666666666666661855,0.053530337903131088028,2.0586666666666664227,0.134760866827392356,0.53333333333333332593,1.25,1.1999999999999999555,0.0,0.050000000000000002775,0.0,2.1000000000000000888,0.0,-1.5500000000000000444,-0.44800000000000006483,0.0);
INSERT INTO cell_outcome VALUES(1,3,2,'china','comply',0.53333333333333332593,0.047756693294091927259,1.7753333333333329857,0.15781112406035571749,0.53333333333333332593,0.84999999999999997779,0.84999999999999997779,0.10000000000000000555,0.0,0.0,1.6999999999999999555,0.0,-1.25,-0.44800000000000006483,0.0);
INSERT INTO cell_outcome VALUES(1,4,1,'us','grim',0.41666666666666662965,0.047603380881456616724,1.8524999999999998134,0.17756653888329901325,0.45833333333333331482,1.6499999999999999111,1.6499999999999999111,0.0,0.0,0.0,1.8999999999999999111,0.0,-2.3500000000000000888,-0.38500000000000006439,0.0);
INSERT INTO cell_outcome VALUES(1,4,2,'china','deceiver',0.47499999999999997779,0.053084672516088400595,1.7691666666666665541,0.15508644542820482215,0.45833333333333331482,0.84999999999999997779,0.84999999999999997779,0.0,0.0,0.84999999999999997779,1.8000000000000000444,0.0,-1.1000000000000000888,-0.38500000000000006439,0.0);
CREATE TABLE schema_doc (
	table_name      TEXT NOT NULL,
	column_name     TEXT NOT NULL,
	unit            TEXT NOT NULL,
	meaning         TEXT NOT NULL CHECK (meaning <> ''),
	example         TEXT NOT NULL,
	PRIMARY KEY (table_name, column_name)
) STRICT, WITHOUT ROWID;
INSERT INTO schema_doc VALUES('agent','agent','number','the agent, from 1 in the scenario''s order, within its experiment','1');
INSERT INTO schema_doc VALUES('agent','experiment_id','number','the experiment: a row of the table experiment','1');
INSERT INTO schema_doc VALUES('agent','host','name','the nation that may police it; empty for none','atlantis');
INSERT INTO schema_doc VALUES('agent','kind','word','lab or nation','lab');
INSERT INTO schema_doc VALUES('agent','name','name','of the agent, unique in its experiment','aurora');
INSERT INTO schema_doc VALUES('agent','signs','0 or 1','1 if the treaty names it and it signs','1');
INSERT INTO schema_doc VALUES('agent','status','word','how far the agent''s description is fact: sourced, stylised or opinion','stylised');
INSERT INTO schema_doc VALUES('agent','strategy','name','the rule by which the agent moves','grim');
INSERT INTO schema_doc VALUES('agent','title','text','a line that says what it is, for people','Two labs under a treaty');
INSERT INTO schema_doc VALUES('agent','weight','share','what it counts for where a treaty weighs parties','0.25');
INSERT INTO schema_doc VALUES('agent_summary','agent','number','the agent, from 1 in the scenario''s order, within its experiment','1');
INSERT INTO schema_doc VALUES('agent_summary','breaches','moves','of RACE executed while the treaty in force forbade it, seen or not','4');
INSERT INTO schema_doc VALUES('agent_summary','experiment_id','number','the experiment: a row of the table experiment','1');
INSERT INTO schema_doc VALUES('agent_summary','false_declarations','moves','that a party declared to be other than what it executed','4');
INSERT INTO schema_doc VALUES('agent_summary','fines_total','payoff','the part of payoff that fines took; <= 0','-12.0');
INSERT INTO schema_doc VALUES('agent_summary','host','name','the nation that may police it; empty for none','atlantis');
INSERT INTO schema_doc VALUES('agent_summary','kind','word','lab or nation','lab');
INSERT INTO schema_doc VALUES('agent_summary','monitoring_total','payoff','the part of payoff that monitoring cost; <= 0','-9.5');
INSERT INTO schema_doc VALUES('agent_summary','name','name','of the agent, unique in its experiment','aurora');
INSERT INTO schema_doc VALUES('agent_summary','pause_share','share','executed PAUSE / rounds, all runs of the agent','0.92');
INSERT INTO schema_doc VALUES('agent_summary','payoff_per_round','payoff','mean payoff of a round, all runs of the agent','2.7');
INSERT INTO schema_doc VALUES('agent_summary','payoffs','name','the payoff model','prisoners-dilemma');
INSERT INTO schema_doc VALUES('agent_summary','rounds','rounds','played in all its runs','200000');
INSERT INTO schema_doc VALUES('agent_summary','rounds_party','rounds','in which the agent was a party of the treaty in force','190');
INSERT INTO schema_doc VALUES('agent_summary','runs','runs','that the row is made of','1000');
INSERT INTO schema_doc VALUES('agent_summary','scenario','name','who plays, for what, how long','two-labs');
INSERT INTO schema_doc VALUES('agent_summary','signs','0 or 1','1 if the treaty names it and it signs','1');
INSERT INTO schema_doc VALUES('agent_summary','slips','moves','that came out other than intended, by chance','2');
INSERT INTO schema_doc VALUES('agent_summary','stopped_races','moves','of RACE that the host nation stopped','0');
INSERT INTO schema_doc VALUES('agent_summary','strategy','name','the rule by which the agent moves','grim');
INSERT INTO schema_doc VALUES('agent_summary','transfers_total','payoff','the part of payoff from side payments and tariffs; paid is < 0','3.0');
INSERT INTO schema_doc VALUES('agent_summary','treaty','name','the treaty offered; none where there is no treaty','inspected-halt');
INSERT INTO schema_doc VALUES('cell','alarms_right_per_run','per run','findings at a breach','1.2');
INSERT INTO schema_doc VALUES('cell','alarms_wrong_per_run','per run','findings at a pause','0.4');
INSERT INTO schema_doc VALUES('cell','all_paused_share','share','all_paused_rounds / rounds','0.9');
INSERT INTO schema_doc VALUES('cell','all_paused_share_se','share','standard error of all_paused_share; 0 if exact','0.004');
INSERT INTO schema_doc VALUES('cell','breached_share','share','of runs with a breach','0.75');
INSERT INTO schema_doc VALUES('cell','breaches_per_run','per run','moves of RACE by a party in force','1.5');
INSERT INTO schema_doc VALUES('cell','cell','number','of the cell, in the order in which cells are played','17');
INSERT INTO schema_doc VALUES('cell','cell_key','hex','SHA-256 of configuration, seed, model version, engine and runs','2c26b46b...');
INSERT INTO schema_doc VALUES('cell','config_sha256','hex','SHA-256 of config','2c26b46b...');
INSERT INTO schema_doc VALUES('cell','ended_share','share','of runs in which the treaty ended','0.25');
INSERT INTO schema_doc VALUES('cell','engine','name','that answered: chain is exact, lanes and reference simulate','chain');
INSERT INTO schema_doc VALUES('cell','entered_share','share','of runs in which the treaty entered into force','1.0');
INSERT INTO schema_doc VALUES('cell','fines_per_run','payoff','fines, at most 0','-2.5');
INSERT INTO schema_doc VALUES('cell','in_force_share','share','in_force_rounds / rounds','0.95');
INSERT INTO schema_doc VALUES('cell','mean_breached_round','round','of the first one, where there was one; 0 (in views NULL): none','12.5');
INSERT INTO schema_doc VALUES('cell','mean_ended_round','round','in which it did, where it did; 0 (in views NULL): never','61.5');
INSERT INTO schema_doc VALUES('cell','mean_entered_round','round','in which it did, where it did; 0 (in views NULL): never','1.0');
INSERT INTO schema_doc VALUES('cell','missed_per_run','per run','breaches without a finding','0.3');
INSERT INTO schema_doc VALUES('cell','pause_share','share','of rounds paused, the mean over agents','0.83');
INSERT INTO schema_doc VALUES('cell','pause_share_se','share','standard error of pause_share; 0 if exact','0.004');
INSERT INTO schema_doc VALUES('cell','payoff_per_round','payoff','a round, the mean over agents','2.25');
INSERT INTO schema_doc VALUES('cell','payoff_per_round_se','payoff','standard error of payoff_per_round; 0 if exact','0.01');
INSERT INTO schema_doc VALUES('cell','rounds_per_run','rounds','mean length of a run','100.0');
INSERT INTO schema_doc VALUES('cell','runs','runs','simulated; 0: exact','1000');
INSERT INTO schema_doc VALUES('cell','states','states','joint states of the exact engine; 0 where simulated','12');
INSERT INTO schema_doc VALUES('cell','suspended_share','share','of rounds in which the treaty was suspended','0.02');
INSERT INTO schema_doc VALUES('cell','sweep_id','number','the sweep: a row of the table sweep','1');
INSERT INTO schema_doc VALUES('cell_axis','axis','number','of the axis in the sweep file, from 1','1');
INSERT INTO schema_doc VALUES('cell_axis','cell','number','of the cell, in the order in which cells are played','17');
INSERT INTO schema_doc VALUES('cell_axis','level','number','of the value on its axis, from 1','3');
INSERT INTO schema_doc VALUES('cell_axis','sweep_id','number','the sweep: a row of the table sweep','1');
INSERT INTO schema_doc VALUES('cell_outcome','agent','number','the agent, from 1 in the scenario''s order, within its experiment','1');
INSERT INTO schema_doc VALUES('cell_outcome','alarms_right_per_run','per run','findings at a breach','1.2');
INSERT INTO schema_doc VALUES('cell_outcome','alarms_wrong_per_run','per run','findings at a pause','0.4');
INSERT INTO schema_doc VALUES('cell_outcome','breaches_per_run','per run','moves of RACE by a party in force','1.5');
INSERT INTO schema_doc VALUES('cell_outcome','cell','number','of the cell, in the order in which cells are played','17');
INSERT INTO schema_doc VALUES('cell_outcome','false_declarations_per_run','per run','declarations in force of what was not executed','0.8');
INSERT INTO schema_doc VALUES('cell_outcome','fines_per_run','payoff','fines, at most 0','-2.5');
INSERT INTO schema_doc VALUES('cell_outcome','missed_per_run','per run','breaches without a finding','0.3');
INSERT INTO schema_doc VALUES('cell_outcome','monitoring_per_run','payoff','cost of monitoring, at most 0','-5.0');
INSERT INTO schema_doc VALUES('cell_outcome','name','name','of the agent, unique in its experiment','aurora');
INSERT INTO schema_doc VALUES('cell_outcome','party_share','share','of rounds as a party of the treaty in force','0.9');
INSERT INTO schema_doc VALUES('cell_outcome','pause_share','share','of rounds in which it paused','0.83');
INSERT INTO schema_doc VALUES('cell_outcome','pause_share_se','share','standard error of pause_share; 0 if exact','0.004');
INSERT INTO schema_doc VALUES('cell_outcome','payoff_per_round','payoff','mean of a round, all flows included','2.25');
INSERT INTO schema_doc VALUES('cell_outcome','payoff_per_round_se','payoff','standard error of payoff_per_round; 0 if exact','0.01');
INSERT INTO schema_doc VALUES('cell_outcome','slips_per_run','per run','executed moves that were not intended','1.0');
INSERT INTO schema_doc VALUES('cell_outcome','stopped_per_run','per run','races that the host nation stopped','0.5');
INSERT INTO schema_doc VALUES('cell_outcome','strategy','name','the rule by which the agent moves','grim');
INSERT INTO schema_doc VALUES('cell_outcome','sweep_id','number','the sweep: a row of the table sweep','1');
INSERT INTO schema_doc VALUES('cell_outcome','transfers_per_run','payoff','side payments, tariffs and shares, signed as they entered','0.0');
INSERT INTO schema_doc VALUES('checkpoint','digest','hex','Merkle root over the rows of the epoch''s runs, as the referee signed it','9f86d081...');
INSERT INTO schema_doc VALUES('checkpoint','epoch','number','a stretch of runs that were committed together','3');
INSERT INTO schema_doc VALUES('checkpoint','experiment_id','number','the experiment: a row of the table experiment','1');
INSERT INTO schema_doc VALUES('checkpoint','first_run','number','of the epoch','17');
INSERT INTO schema_doc VALUES('checkpoint','last_run','number','of the epoch','24');
INSERT INTO schema_doc VALUES('checkpoint','note','text','the signed C2SP checkpoint','sim/log/0123456789abcdef ...');
INSERT INTO schema_doc VALUES('checkpoint','size','entries','in the log at the end of the epoch','412');
INSERT INTO schema_doc VALUES('entry','experiment_id','number','the experiment: a row of the table experiment','1');
INSERT INTO schema_doc VALUES('entry','kind','word','of entry: register, commit, open, finding, ...','commit');
INSERT INTO schema_doc VALUES('entry','leaf','number','the place of the entry in the log, from 0','17');
INSERT INTO schema_doc VALUES('entry','round','number','that the entry is about; 0: none','17');
INSERT INTO schema_doc VALUES('entry','run','number','that the entry is about; 0: none','7');
INSERT INTO schema_doc VALUES('entry','signature','base64','Ed25519 over text','q83v...');
INSERT INTO schema_doc VALUES('entry','signer','number','who signs: a row of the table signer, from 1 within its experiment','4');
INSERT INTO schema_doc VALUES('entry','text','text','what is signed, byte for byte','detente.example/commit/v1 ...');
INSERT INTO schema_doc VALUES('experiment','command','shell','the command line that reproduces the experiment','detente run two-labs --seed 42');
INSERT INTO schema_doc VALUES('experiment','config','YAML','the whole scenario with every default filled in; save it and run it again','scenario: two-labs ...');
INSERT INTO schema_doc VALUES('experiment','config_sha256','hex','SHA-256 of config','2c26b46b...');
INSERT INTO schema_doc VALUES('experiment','detail','word','what is kept: runs (outcomes only) or rounds (every move too)','rounds');
INSERT INTO schema_doc VALUES('experiment','ended_at','UTC','when it was whole; empty if it is not','2026-06-01T12:00:09Z');
INSERT INTO schema_doc VALUES('experiment','engine','name','the simulator that played','reference');
INSERT INTO schema_doc VALUES('experiment','evidence','word','what is signed: none, epoch (batches of commitments) or full (every move)','epoch');
INSERT INTO schema_doc VALUES('experiment','experiment_id','number','the experiment: a row of the table experiment','1');
INSERT INTO schema_doc VALUES('experiment','experiment_key','hex','SHA-256 of configuration, seed, model version and engine; equal keys, equal results','9f86d081...');
INSERT INTO schema_doc VALUES('experiment','generator','name','of random numbers','philox4x64');
INSERT INTO schema_doc VALUES('experiment','libraries','text','versions of the libraries in use','gsl 2.7.1, sqlite 3.40.1');
INSERT INTO schema_doc VALUES('experiment','model_version','number','changes whenever the same seed would give other results','1');
INSERT INTO schema_doc VALUES('experiment','payoffs','name','the payoff model','prisoners-dilemma');
INSERT INTO schema_doc VALUES('experiment','runs_asked','runs','how many were asked for','1000');
INSERT INTO schema_doc VALUES('experiment','runs_stored','runs','how many the file had when the experiment ended; 0 while unfinished','1000');
INSERT INTO schema_doc VALUES('experiment','scenario','name','who plays, for what, how long','two-labs');
INSERT INTO schema_doc VALUES('experiment','seed','decimal text','of all chance in the experiment, 0 to 18446744073709551615','42');
INSERT INTO schema_doc VALUES('experiment','started_at','UTC','when the experiment began, ISO 8601','2026-06-01T12:00:00Z');
INSERT INTO schema_doc VALUES('experiment','title','text','a line that says what it is, for people','Two labs under a treaty');
INSERT INTO schema_doc VALUES('experiment','treaty','name','the treaty offered; none where there is no treaty','inspected-halt');
INSERT INTO schema_doc VALUES('experiment','version','text','of détente; -dirty if its sources were changed','0.1.0');
INSERT INTO schema_doc VALUES('false_alarms','agent','number','the agent, from 1 in the scenario''s order, within its experiment','1');
INSERT INTO schema_doc VALUES('false_alarms','alarm_precision','share','alarms_right / all alarms: how often an alarm is true; NULL without any','0.75');
INSERT INTO schema_doc VALUES('false_alarms','alarms_right','alarms','raised by the treaty''s monitoring at a breach','3');
INSERT INTO schema_doc VALUES('false_alarms','alarms_wrong','alarms','raised where there was no breach','1');
INSERT INTO schema_doc VALUES('false_alarms','breaches','moves','of RACE executed while the treaty in force forbade it, seen or not','4');
INSERT INTO schema_doc VALUES('false_alarms','breaches_missed','moves','breaches that raised no alarm','1');
INSERT INTO schema_doc VALUES('false_alarms','clean_rounds','rounds','as a party without a breach','186');
INSERT INTO schema_doc VALUES('false_alarms','experiment_id','number','the experiment: a row of the table experiment','1');
INSERT INTO schema_doc VALUES('false_alarms','false_alarm_rate','share','alarms_wrong / clean_rounds; NULL without any','0.05');
INSERT INTO schema_doc VALUES('false_alarms','miss_rate','share','breaches_missed / breaches; NULL without any','0.2');
INSERT INTO schema_doc VALUES('false_alarms','name','name','of the agent, unique in its experiment','aurora');
INSERT INTO schema_doc VALUES('false_alarms','rounds_party','rounds','in which the agent was a party of the treaty in force','190');
INSERT INTO schema_doc VALUES('false_alarms','scenario','name','who plays, for what, how long','two-labs');
INSERT INTO schema_doc VALUES('false_alarms','treaty','name','the treaty offered; none where there is no treaty','inspected-halt');
INSERT INTO schema_doc VALUES('move','agent','number','the agent, from 1 in the scenario''s order, within its experiment','1');
INSERT INTO schema_doc VALUES('move','alarm','0 or 1','1 if a public alarm said that it raced','1');
INSERT INTO schema_doc VALUES('move','alarms_seen','agents','others that this agent saw racing','1');
INSERT INTO schema_doc VALUES('move','declared','move','what it signed for: PAUSE or RACE','PAUSE');
INSERT INTO schema_doc VALUES('move','executed','move','what it did: PAUSE or RACE','RACE');
INSERT INTO schema_doc VALUES('move','experiment_id','number','the experiment: a row of the table experiment','1');
INSERT INTO schema_doc VALUES('move','fine','payoff','the part of payoff that a fine took; <= 0','-2.0');
INSERT INTO schema_doc VALUES('move','intended','move','what its strategy chose: PAUSE or RACE','PAUSE');
INSERT INTO schema_doc VALUES('move','party','0 or 1','1 if a party of the treaty in force','1');
INSERT INTO schema_doc VALUES('move','payoff','payoff','of the round, all flows included','3.0');
INSERT INTO schema_doc VALUES('move','round','number','a period of play, from 1 within its run','57');
INSERT INTO schema_doc VALUES('move','run','number','a play of the game, from 1 within its experiment','17');
INSERT INTO schema_doc VALUES('move','stopped','0 or 1','1 if its host nation stopped its RACE','0');
INSERT INTO schema_doc VALUES('move_code','agent','number','the agent, from 1 in the scenario''s order, within its experiment','1');
INSERT INTO schema_doc VALUES('move_code','alarms_seen','agents','others that this agent saw racing','1');
INSERT INTO schema_doc VALUES('move_code','experiment_id','number','the experiment: a row of the table experiment','1');
INSERT INTO schema_doc VALUES('move_code','fine','payoff','the part of payoff that a fine took; <= 0','-2.0');
INSERT INTO schema_doc VALUES('move_code','flags','bits','a sum: 1 intended RACE, 2 executed RACE, 4 declared RACE, 8 party, 16 alarm, 32 stopped','10');
INSERT INTO schema_doc VALUES('move_code','payoff','payoff','of the round, all flows included','3.0');
INSERT INTO schema_doc VALUES('move_code','round','number','a period of play, from 1 within its run','57');
INSERT INTO schema_doc VALUES('move_code','run','number','a play of the game, from 1 within its experiment','17');
INSERT INTO schema_doc VALUES('outcome','agent','number','the agent, from 1 in the scenario''s order, within its experiment','1');
INSERT INTO schema_doc VALUES('outcome','alarms_right','alarms','raised by the treaty''s monitoring at a breach','3');
INSERT INTO schema_doc VALUES('outcome','alarms_wrong','alarms','raised where there was no breach','1');
INSERT INTO schema_doc VALUES('outcome','breaches','moves','of RACE executed while the treaty in force forbade it, seen or not','4');
INSERT INTO schema_doc VALUES('outcome','breaches_missed','moves','breaches that raised no alarm','1');
INSERT INTO schema_doc VALUES('outcome','experiment_id','number','the experiment: a row of the table experiment','1');
INSERT INTO schema_doc VALUES('outcome','false_declarations','moves','that a party declared to be other than what it executed','4');
INSERT INTO schema_doc VALUES('outcome','fines_total','payoff','the part of payoff that fines took; <= 0','-12.0');
INSERT INTO schema_doc VALUES('outcome','monitoring_total','payoff','the part of payoff that monitoring cost; <= 0','-9.5');
INSERT INTO schema_doc VALUES('outcome','payoff_total','payoff','over the run, all flows included','541.5');
INSERT INTO schema_doc VALUES('outcome','rounds_party','rounds','in which the agent was a party of the treaty in force','190');
INSERT INTO schema_doc VALUES('outcome','rounds_paused','rounds','in which the agent executed PAUSE','180');
INSERT INTO schema_doc VALUES('outcome','run','number','a play of the game, from 1 within its experiment','17');
INSERT INTO schema_doc VALUES('outcome','slips','moves','that came out other than intended, by chance','2');
INSERT INTO schema_doc VALUES('outcome','stopped_races','moves','of RACE that the host nation stopped','0');
INSERT INTO schema_doc VALUES('outcome','transfers_total','payoff','the part of payoff from side payments and tariffs; paid is < 0','3.0');
INSERT INTO schema_doc VALUES('pairwise','agent','number','the agent, from 1 in the scenario''s order, within its experiment','1');
INSERT INTO schema_doc VALUES('pairwise','experiment_id','number','the experiment: a row of the table experiment','1');
INSERT INTO schema_doc VALUES('pairwise','name','name','of the agent, unique in its experiment','aurora');
INSERT INTO schema_doc VALUES('pairwise','other_agent','number','the agent it is compared with','2');
INSERT INTO schema_doc VALUES('pairwise','other_name','name','of the other agent','borealis');
INSERT INTO schema_doc VALUES('pairwise','pause_pause','rounds','in which both executed PAUSE','150');
INSERT INTO schema_doc VALUES('pairwise','pause_race','rounds','in which it paused and the other raced','20');
INSERT INTO schema_doc VALUES('pairwise','pause_share_after_pause','share','of rounds_after_pause in which it paused; NULL without any','0.95');
INSERT INTO schema_doc VALUES('pairwise','pause_share_after_race','share','of rounds_after_race in which it paused; NULL without any','0.1');
INSERT INTO schema_doc VALUES('pairwise','race_pause','rounds','in which it raced and the other paused','10');
INSERT INTO schema_doc VALUES('pairwise','race_race','rounds','in which both executed RACE','20');
INSERT INTO schema_doc VALUES('pairwise','rounds','rounds','in which both moved','200000');
INSERT INTO schema_doc VALUES('pairwise','rounds_after_pause','rounds','that followed a round in which the other paused','160');
INSERT INTO schema_doc VALUES('pairwise','rounds_after_race','rounds','that followed a round in which the other raced','39');
INSERT INTO schema_doc VALUES('pairwise','scenario','name','who plays, for what, how long','two-labs');
INSERT INTO schema_doc VALUES('pairwise','treaty','name','the treaty offered; none where there is no treaty','inspected-halt');
INSERT INTO schema_doc VALUES('round','experiment_id','number','the experiment: a row of the table experiment','1');
INSERT INTO schema_doc VALUES('round','phase','word','of the treaty in that round','in-force');
INSERT INTO schema_doc VALUES('round','round','number','a period of play, from 1 within its run','57');
INSERT INTO schema_doc VALUES('round','run','number','a play of the game, from 1 within its experiment','17');
INSERT INTO schema_doc VALUES('run','all_paused_rounds','rounds','in which every agent executed PAUSE: the halt held','180');
INSERT INTO schema_doc VALUES('run','ended_round','round','the one in which the treaty ended; 0: it outlived the run','120');
INSERT INTO schema_doc VALUES('run','ending','word','why the treaty ended: none, response, sunset, lapse, deserted','response');
INSERT INTO schema_doc VALUES('run','entered_round','round','the first in which the treaty was in force; 0: never','3');
INSERT INTO schema_doc VALUES('run','experiment_id','number','the experiment: a row of the table experiment','1');
INSERT INTO schema_doc VALUES('run','first_breach_round','round','of the first breach; 0: none','57');
INSERT INTO schema_doc VALUES('run','in_force_rounds','rounds','in which the treaty was in force','190');
INSERT INTO schema_doc VALUES('run','rounds','rounds','played in the run','200');
INSERT INTO schema_doc VALUES('run','run','number','a play of the game, from 1 within its experiment','17');
INSERT INTO schema_doc VALUES('run','suspended_rounds','rounds','in which the treaty was suspended','10');
INSERT INTO schema_doc VALUES('run_summary','agents','agents','in the scenario','2');
INSERT INTO schema_doc VALUES('run_summary','alarms_right','alarms','raised by the treaty''s monitoring at a breach','3');
INSERT INTO schema_doc VALUES('run_summary','alarms_wrong','alarms','raised where there was no breach','1');
INSERT INTO schema_doc VALUES('run_summary','all_paused_share','share','all_paused_rounds / rounds','0.9');
INSERT INTO schema_doc VALUES('run_summary','breaches','moves','of RACE executed while the treaty in force forbade it, seen or not','4');
INSERT INTO schema_doc VALUES('run_summary','breaches_missed','moves','breaches that raised no alarm','1');
INSERT INTO schema_doc VALUES('run_summary','ended_round','round','the one in which the treaty ended; 0: it outlived the run','120');
INSERT INTO schema_doc VALUES('run_summary','ending','word','why the treaty ended: none, response, sunset, lapse, deserted','response');
INSERT INTO schema_doc VALUES('run_summary','entered_round','round','the first in which the treaty was in force; 0: never','3');
INSERT INTO schema_doc VALUES('run_summary','experiment_id','number','the experiment: a row of the table experiment','1');
INSERT INTO schema_doc VALUES('run_summary','fines_total','payoff','the part of payoff that fines took; <= 0','-12.0');
INSERT INTO schema_doc VALUES('run_summary','first_breach_round','round','of the first breach; 0: none','57');
INSERT INTO schema_doc VALUES('run_summary','in_force_share','share','in_force_rounds / rounds','0.95');
INSERT INTO schema_doc VALUES('run_summary','monitoring_total','payoff','the part of payoff that monitoring cost; <= 0','-9.5');
INSERT INTO schema_doc VALUES('run_summary','pause_share','share','executed PAUSE / moves, all agents of the run','0.92');
INSERT INTO schema_doc VALUES('run_summary','payoff_per_round','payoff','mean payoff of an agent and round of the run','2.7');
INSERT INTO schema_doc VALUES('run_summary','payoffs','name','the payoff model','prisoners-dilemma');
INSERT INTO schema_doc VALUES('run_summary','rounds','rounds','played in the run','200');
INSERT INTO schema_doc VALUES('run_summary','run','number','a play of the game, from 1 within its experiment','17');
INSERT INTO schema_doc VALUES('run_summary','scenario','name','who plays, for what, how long','two-labs');
INSERT INTO schema_doc VALUES('run_summary','slips','moves','that came out other than intended, by chance','2');
INSERT INTO schema_doc VALUES('run_summary','suspended_rounds','rounds','in which the treaty was suspended','10');
INSERT INTO schema_doc VALUES('run_summary','transfers_total','payoff','the part of payoff from side payments and tariffs; paid is < 0','3.0');
INSERT INTO schema_doc VALUES('run_summary','treaty','name','the treaty offered; none where there is no treaty','inspected-halt');
INSERT INTO schema_doc VALUES('schema_doc','column_name','name','of its column','slips');
INSERT INTO schema_doc VALUES('schema_doc','example','text','a value it may have','200');
INSERT INTO schema_doc VALUES('schema_doc','meaning','text','what it says','played in the run');
INSERT INTO schema_doc VALUES('schema_doc','table_name','name','a table or view of this file','outcome');
INSERT INTO schema_doc VALUES('schema_doc','unit','text','what its numbers count; payoff has the unit of the payoff model','rounds');
INSERT INTO schema_doc VALUES('signer','experiment_id','number','the experiment: a row of the table experiment','1');
INSERT INTO schema_doc VALUES('signer','identity_vkey','vkey','the key that signed for session_vkey','sim/aurora+...');
INSERT INTO schema_doc VALUES('signer','name','name','of the agent or officer who signs','aurora');
INSERT INTO schema_doc VALUES('signer','role','word','log, referee, inspector, party or bystander','party');
INSERT INTO schema_doc VALUES('signer','session_vkey','vkey','the key that signs in this experiment (C2SP: name+id+base64)','sim/aurora/0123456789abcdef+...');
INSERT INTO schema_doc VALUES('signer','signer','number','who signs: a row of the table signer, from 1 within its experiment','4');
INSERT INTO schema_doc VALUES('solution','command','text','the command line that finds it again','detente solve two-powers');
INSERT INTO schema_doc VALUES('solution','config','YAML or .nfg','what it was asked of, resolved; may be empty','scenario: two-powers...');
INSERT INTO schema_doc VALUES('solution','config_sha256','hex','of config','9f86d081...');
INSERT INTO schema_doc VALUES('solution','holds','0 or 1','0: the answer is no','1');
INSERT INTO schema_doc VALUES('solution','libraries','versions','of the libraries in use','gsl 2.7.1');
INSERT INTO schema_doc VALUES('solution','method','text','how it was answered','support enumeration');
INSERT INTO schema_doc VALUES('solution','model_version','version','of the model that detente(7) defines','1');
INSERT INTO schema_doc VALUES('solution','question','name','that was asked','treaty');
INSERT INTO schema_doc VALUES('solution','says','text','the answer in sentences, one a line','Complying is an equilibrium.');
INSERT INTO schema_doc VALUES('solution','solution_id','number','the solution: a row of the table solution','1');
INSERT INTO schema_doc VALUES('solution','solution_key','hex','SHA-256 of question, subject, method, configuration and command','9f86d081...');
INSERT INTO schema_doc VALUES('solution','started_at','ISO 8601 UTC','when it was kept','2026-01-31T12:00:00Z');
INSERT INTO schema_doc VALUES('solution','subject','name','the game, scenario or model that it is about','two-powers');
INSERT INTO schema_doc VALUES('solution','tolerance','as the figures','of the figures, absolute; 0: exact','1e-09');
INSERT INTO schema_doc VALUES('solution','version','version','of detente','1.0.0');
INSERT INTO schema_doc VALUES('solution_cell','column','number','in its table, from 1','2');
INSERT INTO schema_doc VALUES('solution_cell','column_name','name','of its column','regret');
INSERT INTO schema_doc VALUES('solution_cell','kind','word','nothing, number, whole, text, or exact: a rational as text with the nearest number','number');
INSERT INTO schema_doc VALUES('solution_cell','number','as unit','the value; 0 for texts and nothing','0.25');
INSERT INTO schema_doc VALUES('solution_cell','row','number','in its table, from 1','1');
INSERT INTO schema_doc VALUES('solution_cell','solution_id','number','the solution: a row of the table solution','1');
INSERT INTO schema_doc VALUES('solution_cell','table_name','name','the table of the solution','equilibria');
INSERT INTO schema_doc VALUES('solution_cell','table_number','number','of the table in its solution, from 1','1');
INSERT INTO schema_doc VALUES('solution_cell','text','text','the value; empty for numbers','1/4');
INSERT INTO schema_doc VALUES('solution_cell','unit','text','what its numbers count; may be empty','payoff a round');
INSERT INTO schema_doc VALUES('solution_values','column','number','in its table, from 1','2');
INSERT INTO schema_doc VALUES('solution_values','column_name','name','of its column','regret');
INSERT INTO schema_doc VALUES('solution_values','number','as unit','the value; NULL: it has none','0.25');
INSERT INTO schema_doc VALUES('solution_values','question','name','that was asked','treaty');
INSERT INTO schema_doc VALUES('solution_values','row','number','in its table, from 1','1');
INSERT INTO schema_doc VALUES('solution_values','solution_id','number','the solution: a row of the table solution','1');
INSERT INTO schema_doc VALUES('solution_values','subject','name','the game, scenario or model that it is about','two-powers');
INSERT INTO schema_doc VALUES('solution_values','table_name','name','the table of the solution','equilibria');
INSERT INTO schema_doc VALUES('solution_values','text','text','the value; NULL: it is a number','1/4');
INSERT INTO schema_doc VALUES('solution_values','unit','text','what its numbers count; may be empty','payoff a round');
INSERT INTO schema_doc VALUES('sweep','base_config','YAML','the scenario before the axes change it','scenario: two-powers...');
INSERT INTO schema_doc VALUES('sweep','cells','cells','of the whole grid','441');
INSERT INTO schema_doc VALUES('sweep','command','shell','the command line that reproduces the experiment','detente run two-labs --seed 42');
INSERT INTO schema_doc VALUES('sweep','config','YAML','the sweep file, every default written out','sweep: verification...');
INSERT INTO schema_doc VALUES('sweep','ended_at','UTC','when it was whole; empty if it is not','2026-06-01T12:00:09Z');
INSERT INTO schema_doc VALUES('sweep','engine','name','that was asked for','auto');
INSERT INTO schema_doc VALUES('sweep','generator','name','of random numbers','philox4x64');
INSERT INTO schema_doc VALUES('sweep','libraries','text','versions of the libraries in use','gsl 2.7.1, sqlite 3.40.1');
INSERT INTO schema_doc VALUES('sweep','model_version','number','changes whenever the same seed would give other results','1');
INSERT INTO schema_doc VALUES('sweep','name','name','of the sweep','verification');
INSERT INTO schema_doc VALUES('sweep','runs_asked','runs','a cell, where it is simulated','1000');
INSERT INTO schema_doc VALUES('sweep','scenario','name','who plays, for what, how long','two-labs');
INSERT INTO schema_doc VALUES('sweep','seed','decimal text','of all chance in the experiment, 0 to 18446744073709551615','42');
INSERT INTO schema_doc VALUES('sweep','started_at','UTC','when the experiment began, ISO 8601','2026-06-01T12:00:00Z');
INSERT INTO schema_doc VALUES('sweep','sweep_id','number','the sweep: a row of the table sweep','1');
INSERT INTO schema_doc VALUES('sweep','sweep_key','hex','SHA-256 of its files, seed, runs, engine and model version','9f86d081...');
INSERT INTO schema_doc VALUES('sweep','title','text','a line that says what it is, for people','Two labs under a treaty');
INSERT INTO schema_doc VALUES('sweep','version','text','of détente; -dirty if its sources were changed','0.1.0');
INSERT INTO schema_doc VALUES('sweep_axis','axis','number','of the axis in the sweep file, from 1','1');
INSERT INTO schema_doc VALUES('sweep_axis','key','path','the key of the scenario that changes','treaty.monitoring.miss');
INSERT INTO schema_doc VALUES('sweep_axis','levels','values','on the axis','21');
INSERT INTO schema_doc VALUES('sweep_axis','name','name','of the axis','miss');
INSERT INTO schema_doc VALUES('sweep_axis','sweep_id','number','the sweep: a row of the table sweep','1');
INSERT INTO schema_doc VALUES('sweep_cells','alarms_right_per_run','per run','findings at a breach','1.2');
INSERT INTO schema_doc VALUES('sweep_cells','alarms_wrong_per_run','per run','findings at a pause','0.4');
INSERT INTO schema_doc VALUES('sweep_cells','all_paused_share','share','all_paused_rounds / rounds','0.9');
INSERT INTO schema_doc VALUES('sweep_cells','all_paused_share_se','share','standard error of all_paused_share; 0 if exact','0.004');
INSERT INTO schema_doc VALUES('sweep_cells','breached_share','share','of runs with a breach','0.75');
INSERT INTO schema_doc VALUES('sweep_cells','breaches_per_run','per run','moves of RACE by a party in force','1.5');
INSERT INTO schema_doc VALUES('sweep_cells','cell','number','of the cell, in the order in which cells are played','17');
INSERT INTO schema_doc VALUES('sweep_cells','cell_key','hex','SHA-256 of configuration, seed, model version, engine and runs','2c26b46b...');
INSERT INTO schema_doc VALUES('sweep_cells','config_sha256','hex','SHA-256 of config','2c26b46b...');
INSERT INTO schema_doc VALUES('sweep_cells','ended_share','share','of runs in which the treaty ended','0.25');
INSERT INTO schema_doc VALUES('sweep_cells','engine','name','that answered','lanes');
INSERT INTO schema_doc VALUES('sweep_cells','entered_share','share','of runs in which the treaty entered into force','1.0');
INSERT INTO schema_doc VALUES('sweep_cells','exact','0 or 1','1: worked out and not simulated','1');
INSERT INTO schema_doc VALUES('sweep_cells','fines_per_run','payoff','fines, at most 0','-2.5');
INSERT INTO schema_doc VALUES('sweep_cells','in_force_share','share','in_force_rounds / rounds','0.95');
INSERT INTO schema_doc VALUES('sweep_cells','mean_breached_round','round','of the first one, where there was one; 0 (in views NULL): none','12.5');
INSERT INTO schema_doc VALUES('sweep_cells','mean_ended_round','round','in which it did, where it did; 0 (in views NULL): never','61.5');
INSERT INTO schema_doc VALUES('sweep_cells','mean_entered_round','round','in which it did, where it did; 0 (in views NULL): never','1.0');
INSERT INTO schema_doc VALUES('sweep_cells','missed_per_run','per run','breaches without a finding','0.3');
INSERT INTO schema_doc VALUES('sweep_cells','number_1','as value','of value_1; for a word its level','0.1');
INSERT INTO schema_doc VALUES('sweep_cells','number_2','as value','of value_2; for a word its level','0.1');
INSERT INTO schema_doc VALUES('sweep_cells','number_3','as value','of value_3; for a word its level','0.1');
INSERT INTO schema_doc VALUES('sweep_cells','pause_share','share','of rounds paused, the mean over agents','0.83');
INSERT INTO schema_doc VALUES('sweep_cells','pause_share_se','share','standard error of pause_share; 0 if exact','0.004');
INSERT INTO schema_doc VALUES('sweep_cells','payoff_per_round','payoff','a round, the mean over agents','2.25');
INSERT INTO schema_doc VALUES('sweep_cells','payoff_per_round_se','payoff','standard error of payoff_per_round; 0 if exact','0.01');
INSERT INTO schema_doc VALUES('sweep_cells','rounds_per_run','rounds','mean length of a run','100.0');
INSERT INTO schema_doc VALUES('sweep_cells','runs','runs','simulated; 0: exact','1000');
INSERT INTO schema_doc VALUES('sweep_cells','scenario','name','who plays, for what, how long','two-labs');
INSERT INTO schema_doc VALUES('sweep_cells','settings','text','the value on each axis','miss=0.1, fine=2');
INSERT INTO schema_doc VALUES('sweep_cells','states','states','joint states of the exact engine; 0 where simulated','12');
INSERT INTO schema_doc VALUES('sweep_cells','suspended_share','share','of rounds in which the treaty was suspended','0.02');
INSERT INTO schema_doc VALUES('sweep_cells','sweep','name','of the sweep','verification');
INSERT INTO schema_doc VALUES('sweep_cells','sweep_id','number','the sweep: a row of the table sweep','1');
INSERT INTO schema_doc VALUES('sweep_cells','value_1','text','on axis 1, as it is written; NULL: there is no such axis','0.1');
INSERT INTO schema_doc VALUES('sweep_cells','value_2','text','on axis 2, as it is written; NULL: there is no such axis','0.1');
INSERT INTO schema_doc VALUES('sweep_cells','value_3','text','on axis 3, as it is written; NULL: there is no such axis','0.1');
INSERT INTO schema_doc VALUES('sweep_level','axis','number','of the axis in the sweep file, from 1','1');
INSERT INTO schema_doc VALUES('sweep_level','level','number','of the value on its axis, from 1','3');
INSERT INTO schema_doc VALUES('sweep_level','number','as value','the value; for a word its level','0.1');
INSERT INTO schema_doc VALUES('sweep_level','sweep_id','number','the sweep: a row of the table sweep','1');
INSERT INTO schema_doc VALUES('sweep_level','value','text','on the axis, as it is written','0.1');
INSERT INTO schema_doc VALUES('tidy_rounds','agent','number','the agent, from 1 in the scenario''s order, within its experiment','1');
INSERT INTO schema_doc VALUES('tidy_rounds','alarm','0 or 1','1 if a public alarm said that it raced','1');
INSERT INTO schema_doc VALUES('tidy_rounds','alarms_seen','agents','others that this agent saw racing','1');
INSERT INTO schema_doc VALUES('tidy_rounds','declared','move','what it signed for: PAUSE or RACE','PAUSE');
INSERT INTO schema_doc VALUES('tidy_rounds','executed','move','what it did: PAUSE or RACE','RACE');
INSERT INTO schema_doc VALUES('tidy_rounds','experiment_id','number','the experiment: a row of the table experiment','1');
INSERT INTO schema_doc VALUES('tidy_rounds','fine','payoff','the part of payoff that a fine took; <= 0','-2.0');
INSERT INTO schema_doc VALUES('tidy_rounds','host','name','the nation that may police it; empty for none','atlantis');
INSERT INTO schema_doc VALUES('tidy_rounds','intended','move','what its strategy chose: PAUSE or RACE','PAUSE');
INSERT INTO schema_doc VALUES('tidy_rounds','kind','word','lab or nation','lab');
INSERT INTO schema_doc VALUES('tidy_rounds','name','name','of the agent, unique in its experiment','aurora');
INSERT INTO schema_doc VALUES('tidy_rounds','party','0 or 1','1 if a party of the treaty in force','1');
INSERT INTO schema_doc VALUES('tidy_rounds','payoff','payoff','of the round, all flows included','3.0');
INSERT INTO schema_doc VALUES('tidy_rounds','payoffs','name','the payoff model','prisoners-dilemma');
INSERT INTO schema_doc VALUES('tidy_rounds','phase','word','of the treaty in that round','in-force');
INSERT INTO schema_doc VALUES('tidy_rounds','round','number','a period of play, from 1 within its run','57');
INSERT INTO schema_doc VALUES('tidy_rounds','run','number','a play of the game, from 1 within its experiment','17');
INSERT INTO schema_doc VALUES('tidy_rounds','scenario','name','who plays, for what, how long','two-labs');
INSERT INTO schema_doc VALUES('tidy_rounds','seed','decimal text','of all chance in the experiment, 0 to 18446744073709551615','42');
INSERT INTO schema_doc VALUES('tidy_rounds','signs','0 or 1','1 if the treaty names it and it signs','1');
INSERT INTO schema_doc VALUES('tidy_rounds','stopped','0 or 1','1 if its host nation stopped its RACE','0');
INSERT INTO schema_doc VALUES('tidy_rounds','strategy','name','the rule by which the agent moves','grim');
INSERT INTO schema_doc VALUES('tidy_rounds','treaty','name','the treaty offered; none where there is no treaty','inspected-halt');
INSERT INTO schema_doc VALUES('treaty_effect','effect','as measure','mean - none_mean','0.51');
INSERT INTO schema_doc VALUES('treaty_effect','effect_high95','as measure','upper end of the 95% interval of effect','0.528');
INSERT INTO schema_doc VALUES('treaty_effect','effect_low95','as measure','lower end of the 95% interval of effect','0.492');
INSERT INTO schema_doc VALUES('treaty_effect','effect_standard_error','as measure','of effect','0.009');
INSERT INTO schema_doc VALUES('treaty_effect','experiments','experiments','whose runs are pooled in the row; more than 1: settings differ','1');
INSERT INTO schema_doc VALUES('treaty_effect','high95','as measure','upper end of the 95% interval of mean','0.928');
INSERT INTO schema_doc VALUES('treaty_effect','low95','as measure','lower end of the 95% interval of mean','0.912');
INSERT INTO schema_doc VALUES('treaty_effect','mean','as measure','over runs under the treaty','0.92');
INSERT INTO schema_doc VALUES('treaty_effect','measure','word','the column of run_summary that is averaged over runs','pause_share');
INSERT INTO schema_doc VALUES('treaty_effect','none_mean','as measure','over runs without treaty','0.41');
INSERT INTO schema_doc VALUES('treaty_effect','none_runs','runs','without treaty, same scenario and payoffs; NULL where there are none','1000');
INSERT INTO schema_doc VALUES('treaty_effect','payoffs','name','the payoff model','prisoners-dilemma');
INSERT INTO schema_doc VALUES('treaty_effect','runs','runs','that the row is made of','1000');
INSERT INTO schema_doc VALUES('treaty_effect','scenario','name','who plays, for what, how long','two-labs');
INSERT INTO schema_doc VALUES('treaty_effect','standard_error','as measure','of mean; NULL for a single run','0.004');
INSERT INTO schema_doc VALUES('treaty_effect','treaty','name','the treaty offered; none where there is no treaty','inspected-halt');
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
INSERT INTO solution VALUES(1,'0f6e28c903edf2102d43b3da0bc7f152337e838c7bfe8d40ffa14bd0f970e17e','long-run','duel','chain of the joint states',1.0000000000000000622e-09,1,replace('In the long run, by a chain of 2 joint states; where play may come to stay in several ways, the mean over them.\n','\n',char(10)),replace('scenario: duel\ntitle: Duel\nsummary: Two agents play the prisoner''s dilemma for 200 rounds without treaty and without noise, as in Axelrod''s tournaments.\nsource: Axelrod 1984\nstatus: stylised\nagents:\n  one:\n    status: stylised\n    kind: lab\n    weight: 1\n    joins: 1\n    strategy:\n      strategy: extortioner\n      title: Extortioner\n      summary: Mix moves so that what I gain over both racing is twice what the other gains. The other does best by pausing always, and I gain most of it.\n      source: Press and Dyson 2012\n      status: sourced\n      declares: executed\n      start: pause\n      states:\n        pause:\n          play: pause\n          withdraw: no\n          next:\n            - {when: raced and alarms >= 1, to: race}\n            - {when: raced, to: {pause: 1/3, race: 2/3}}\n            - {when: alarms >= 1, to: {pause: 1/2, race: 1/2}}\n            - {to: {pause: 8/9, race: 1/9}}\n        race:\n          play: race\n          withdraw: no\n          next:\n            - {when: raced and alarms >= 1, to: race}\n            - {when: raced, to: {pause: 1/3, race: 2/3}}\n            - {when: alarms >= 1, to: {pause: 1/2, race: 1/2}}\n            - {to: {pause: 8/9, race: 1/9}}\n  two:\n    status: stylised\n    kind: lab\n    weight: 1\n    joins: 1\n    strategy:\n      strategy: always-pause\n      title: Always pause\n      summary: Pause in every round, whatever the others do.\n      source: Axelrod 1984\n      status: sourced\n      declares: executed\n      start: pause\n      states:\n        pause:\n          play: pause\n          withdraw: no\n          next:\n            - {to: pause}\npayoffs:\n  payoffs: prisoners-dilemma\n  title: Prisoner''s dilemma\n  summary: Racing pays whatever the other does, and both racing is worse for both than both pausing.\n  source: Axelrod 1984\n  status: sourced\n  form: matrix\n  pairs: all\n  weighted: no\n  matrix:\n    reward: 3\n    sucker: 0\n    temptation: 5\n    punishment: 1\n  dsair:\n    benefit: 4\n    cost: 1\n    prize: 10000\n    rounds: 100\n    speed: 1.5\n    found_out: 0\n    disaster: 0.6\ntreaty:\n  treaty: none\n  title: No treaty\n  summary: There is no treaty. Everyone is free, and is seen as the noise allows.\n  source: the baseline of every comparison\n  status: stylised\n  parties: []\n  obligation:\n    text: Every party pauses.\n    grace: 0\n  entry:\n    parties: 0\n    weight: 0\n    delay: 0\n  monitoring:\n    common_mode: 0\n    cost: 0\n    accusers: 0\n  response:\n    forgive_after: 0\n    forgive_chance: 0\n    shared: no\n  bond: 0\n  tariff: 0\n  withdrawal:\n    allowed: yes\n    notice: 0\n  duration:\n    rounds: 0\n    renewals: 0\n    renewal_rounds: 0\n    renewal_chance: 1\n    lapses: no\nnoise:\n  slip: 0\n  public:\n    miss: 0\n    false_alarm: 0\n  private:\n    miss: 0\n    false_alarm: 0\nenforcement: 0\nrounds: 200\ncontinuation: 1\n','\n',char(10)),'ea507ccaed31ca12df7647c800cac199b46453bb42d6c89d84a90853b1f97ac2','detente solve duel --strategies extortioner,always-pause --long-run','0.1.0',1,'gsl 2.7.1, sqlite 3.40.1','2026-06-01T12:00:00Z');
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
INSERT INTO solution_cell VALUES(1,1,'values',1,1,'agent','','text',0.0,'one');
INSERT INTO solution_cell VALUES(1,1,'values',1,2,'strategy','','text',0.0,'extortioner');
INSERT INTO solution_cell VALUES(1,1,'values',1,3,'payoff','payoff a round','number',3.500000000000000444,'');
INSERT INTO solution_cell VALUES(1,1,'values',1,4,'paused','share of the rounds','number',0.75,'');
INSERT INTO solution_cell VALUES(1,1,'values',1,5,'party','share of the rounds','number',0.0,'');
INSERT INTO solution_cell VALUES(1,1,'values',1,6,'breaches','a round','number',0.0,'');
INSERT INTO solution_cell VALUES(1,1,'values',1,7,'fines','payoff a round','number',0.0,'');
INSERT INTO solution_cell VALUES(1,1,'values',2,1,'agent','','text',0.0,'two');
INSERT INTO solution_cell VALUES(1,1,'values',2,2,'strategy','','text',0.0,'always-pause');
INSERT INTO solution_cell VALUES(1,1,'values',2,3,'payoff','payoff a round','number',2.25,'');
INSERT INTO solution_cell VALUES(1,1,'values',2,4,'paused','share of the rounds','number',1.0,'');
INSERT INTO solution_cell VALUES(1,1,'values',2,5,'party','share of the rounds','number',0.0,'');
INSERT INTO solution_cell VALUES(1,1,'values',2,6,'breaches','a round','number',0.0,'');
INSERT INTO solution_cell VALUES(1,1,'values',2,7,'fines','payoff a round','number',0.0,'');
INSERT INTO solution_cell VALUES(1,2,'whole',1,1,'what','','text',0.0,'all_paused');
INSERT INTO solution_cell VALUES(1,2,'whole',1,2,'share','share of the rounds','number',0.75,'');
INSERT INTO solution_cell VALUES(1,2,'whole',2,1,'what','','text',0.0,'in_force');
INSERT INTO solution_cell VALUES(1,2,'whole',2,2,'share','share of the rounds','number',0.0,'');
INSERT INTO solution_cell VALUES(1,2,'whole',3,1,'what','','text',0.0,'suspended');
INSERT INTO solution_cell VALUES(1,2,'whole',3,2,'share','share of the rounds','number',0.0,'');
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
	FROM move_code
;
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
	JOIN experiment AS e USING (experiment_id)
;
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
	GROUP BY r.experiment_id, r.run
;
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
	GROUP BY o.experiment_id, o.agent
;
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
	JOIN experiment AS e USING (experiment_id)
;
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
	    AND b.agent = t.other_agent
;
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
	FROM done
;
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
	JOIN placed AS p USING (sweep_id, cell)
;
CREATE VIEW solution_values AS
	-- one row a value of a solution's tables
	SELECT c.solution_id, s.question, s.subject, c.table_name, c.row,
	    c.column, c.column_name, c.unit,
	    CAST(CASE WHEN c.kind IN ('number', 'whole', 'exact')
	        THEN c.number END AS REAL) AS number,
	    CAST(CASE WHEN c.kind IN ('text', 'exact')
	        THEN c.text END AS TEXT) AS text
	FROM solution_cell AS c
	JOIN solution AS s USING (solution_id)
;
COMMIT;
PRAGMA application_id = 1148472948;
PRAGMA user_version = 1;
