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
INSERT INTO experiment VALUES(1,'392ad80e667b1b77e8f26be1c14dc870a532edea33c4a10447c1a36bb687b754','two-powers','Two powers','verified-halt','asymmetric-race',replace('scenario: two-powers\ntitle: Two powers\nsummary: Two nations, one ahead and one behind, sign a treaty with counted inspections. Each would cheat if it could hardly be found out. The treaty runs for ten years and is prolonged once by five; then nothing binds them.\nsource: stylised after New START\nstatus: stylised\nagents:\n  us:\n    agent: us\n    title: United States\n    summary: Host of most frontier labs and of most of the computing power.\n    source: Epoch AI 2025; AI Index 2025\n    status: stylised\n    facts:\n      - About 75% of AI-supercomputer performance, May 2025; the data set covers 10 to 20% of all (sourced, Epoch)\n      - "Private AI investment 2024: 109.1 billion dollars (sourced, AI Index 2025)"\n    kind: nation\n    weight: 75\n    role: leader\n    joins: 1\n    strategy:\n      strategy: deceiver\n      title: Deceiver\n      summary: Sign, declare that I pause, and race whenever verification would find fewer than three breaches in ten. Comply where it would find more. Race where no treaty binds me.\n      source: stylised after the party that a treaty without verification invites\n      status: stylised\n      declares: pause\n      start:\n        - {when: in_force and party and detection >= 0.3, to: comply}\n        - {to: cheat}\n      states:\n        comply:\n          play: pause\n          withdraw: no\n          next:\n            - {when: in_force and party and detection >= 0.3, to: comply}\n            - {to: cheat}\n        cheat:\n          play: race\n          withdraw: no\n          next:\n            - {when: in_force and party and detection >= 0.3, to: comply}\n            - {to: cheat}\n  china:\n    agent: china\n    title: China\n    summary: Second in computing power, behind and catching up.\n    source: Epoch AI 2025; AI Index 2025\n    status: stylised\n    facts:\n      - About 15% of AI-supercomputer performance, May 2025; the data set covers 10 to 20% of all (sourced, Epoch)\n      - "Private AI investment 2024: 9.3 billion dollars (sourced, AI Index 2025)"\n    kind: nation\n    weight: 15\n    role: laggard\n    joins: 1\n    strategy:\n      strategy: deceiver\n      title: Deceiver\n      summary: Sign, declare that I pause, and race whenever verification would find fewer than three breaches in ten. Comply where it would find more. Race where no treaty binds me.\n      source: stylised after the party that a treaty without verification invites\n      status: stylised\n      declares: pause\n      start:\n        - {when: in_force and party and detection >= 0.3, to: comply}\n        - {to: cheat}\n      states:\n        comply:\n          play: pause\n          withdraw: no\n          next:\n            - {when: in_force and party and detection >= 0.3, to: comply}\n            - {to: cheat}\n        cheat:\n          play: race\n          withdraw: no\n          next:\n            - {when: in_force and party and detection >= 0.3, to: comply}\n            - {to: cheat}\npayoffs:\n  payoffs: asymmetric-race\n  title: Leader and laggard\n  summary: The leader keeps its lead if both pause and gains little by racing. The laggard gains much by racing and little by a halt that freezes its place.\n  source: stylised\n  status: stylised\n  form: matrix\n  pairs: all\n  weighted: no\n  matrix:\n    reward: 3\n    sucker: 0\n    temptation: 5\n    punishment: 1\n  roles:\n    leader:\n      reward: 4\n      sucker: 1\n      temptation: 5\n      punishment: 2\n    laggard:\n      reward: 2\n      sucker: 0\n      temptation: 5\n      punishment: 1\n  dsair:\n    benefit: 4\n    cost: 1\n    prize: 10000\n    rounds: 100\n    speed: 1.5\n    found_out: 0\n    disaster: 0.6\ntreaty:\n  treaty: verified-halt\n  title: Verified, simultaneous halt\n  summary: All pause together, or nobody is bound. Five channels watch. A first finding is fined, a second suspends the halt for three months, a fifth for six, and an eighth forfeits the deposit and expels, which ends the halt for all. A year without a finding takes one away.\n  source: standard elements of arms control, put together\n  status: stylised\n  parties: [all]\n  obligation:\n    text: Every party pauses, and admits the five channels of verification.\n    grace: 0\n  entry:\n    parties: 0\n    weight: 0\n    delay: 2\n  monitoring:\n    false_alarm: 0.2\n    common_mode: 0\n    cost: 0.02\n    accusers: 0\n    channels:\n      on-chip-attestation:\n        about: signed reports of what the chips do\n        miss: 0.05\n        false_alarm: 0.001\n        coverage: 0.8\n        cost: 0.05\n        visibility: public\n        common: yes\n      transcript-reexecution:\n        about: samples of declared runs, computed again\n        sample:\n          items: 50\n          hidden: 5\n          inspected: 5\n          detect: 0.9\n          false_alarm: 0\n        coverage: 0.8\n        cost: 0.03\n        visibility: public\n        common: yes\n      off-chip-telemetry:\n        about: power and network, a threshold test\n        measure:\n          separation: 3\n          false_alarm: 0.002\n        coverage: 1\n        cost: 0.02\n        visibility: public\n        common: no\n      challenge-inspection:\n        about: on accusation; refusal is seen\n        miss: 0.2\n        false_alarm: 0.01\n        coverage: 0.5\n        cost: 0.02\n        visibility: public\n        common: no\n      whistleblowers:\n        about: staff who report a run that should not be\n        tips:\n          staff: 200\n          chance: 0.002\n          false_alarm: 0.002\n        coverage: 1\n        cost: 0\n        visibility: public\n        common: no\n  response:\n    ladder:\n      - strikes: 1\n        chance: 1\n        fine: 1\n        bond: 0\n        suspend: 0\n        expel: no\n        end: no\n      - strikes: 2\n        chance: 1\n        fine: 2\n        bond: 0\n        suspend: 3\n        expel: no\n        end: no\n      - strikes: 5\n        chance: 1\n        fine: 4\n        bond: 0\n        suspend: 6\n        expel: no\n        end: no\n      - strikes: 8\n        chance: 1\n        fine: 0\n        bond: 1\n        suspend: 0\n        expel: yes\n        end: no\n    forgive_after: 12\n    forgive_chance: 0\n    shared: no\n  bond: 10\n  tariff: 0\n  withdrawal:\n    allowed: yes\n    notice: 6\n  duration:\n    rounds: 0\n    renewals: 0\n    renewal_rounds: 0\n    renewal_chance: 1\n    lapses: yes\nnoise:\n  slip: 0.3\n  public:\n    miss: 0\n    false_alarm: 0\n  private:\n    miss: 0\n    false_alarm: 0\nenforcement: 0\nrounds: 5\ncontinuation: 1\n','\n',char(10)),'7bdd72ad24c93c31211a75bbf23eaaf883645cfcc6a909a0813f2e7f19de83ce','3','xoshiro256++ by (seed, experiment, run, purpose)','reference','rounds','full','detente run two-powers --treaty verified-halt --set treaty.monitoring.common_mode=0 --set rounds=5 --set noise.slip=0.3 --set treaty.monitoring.false_alarm=0.2 --detail rounds --evidence full --runs 4 --seed 3','0.1.0',1,'gsl 2.7.1, sqlite 3.40.1, libsodium 1.0.18',4,4,'2026-06-01T12:00:00Z','2026-06-01T12:00:00Z');
INSERT INTO experiment VALUES(2,'2e92295d36547e29ab2e79ec1ca28c07a5c8fd6f6ca27c87595db5e247255068','two-powers','Two powers','verified-halt','asymmetric-race',replace('scenario: two-powers\ntitle: Two powers\nsummary: Two nations, one ahead and one behind, sign a treaty with counted inspections. Each would cheat if it could hardly be found out. The treaty runs for ten years and is prolonged once by five; then nothing binds them.\nsource: stylised after New START\nstatus: stylised\nagents:\n  us:\n    agent: us\n    title: United States\n    summary: Host of most frontier labs and of most of the computing power.\n    source: Epoch AI 2025; AI Index 2025\n    status: stylised\n    facts:\n      - About 75% of AI-supercomputer performance, May 2025; the data set covers 10 to 20% of all (sourced, Epoch)\n      - "Private AI investment 2024: 109.1 billion dollars (sourced, AI Index 2025)"\n    kind: nation\n    weight: 75\n    role: leader\n    joins: 1\n    strategy:\n      strategy: grim\n      title: Grim trigger\n      summary: Pause until the first alarm, race ever after.\n      source: Friedman 1971\n      status: sourced\n      declares: executed\n      start: trust\n      states:\n        trust:\n          play: pause\n          withdraw: no\n          next:\n            - {when: alarms >= 1, to: war}\n            - {to: trust}\n        war:\n          play: race\n          withdraw: no\n          next:\n            - {to: war}\n  china:\n    agent: china\n    title: China\n    summary: Second in computing power, behind and catching up.\n    source: Epoch AI 2025; AI Index 2025\n    status: stylised\n    facts:\n      - About 15% of AI-supercomputer performance, May 2025; the data set covers 10 to 20% of all (sourced, Epoch)\n      - "Private AI investment 2024: 9.3 billion dollars (sourced, AI Index 2025)"\n    kind: nation\n    weight: 15\n    role: laggard\n    joins: 1\n    strategy:\n      strategy: deceiver\n      title: Deceiver\n      summary: Sign, declare that I pause, and race whenever verification would find fewer than three breaches in ten. Comply where it would find more. Race where no treaty binds me.\n      source: stylised after the party that a treaty without verification invites\n      status: stylised\n      declares: pause\n      start:\n        - {when: in_force and party and detection >= 0.3, to: comply}\n        - {to: cheat}\n      states:\n        comply:\n          play: pause\n          withdraw: no\n          next:\n            - {when: in_force and party and detection >= 0.3, to: comply}\n            - {to: cheat}\n        cheat:\n          play: race\n          withdraw: no\n          next:\n            - {when: in_force and party and detection >= 0.3, to: comply}\n            - {to: cheat}\npayoffs:\n  payoffs: asymmetric-race\n  title: Leader and laggard\n  summary: The leader keeps its lead if both pause and gains little by racing. The laggard gains much by racing and little by a halt that freezes its place.\n  source: stylised\n  status: stylised\n  form: matrix\n  pairs: all\n  weighted: no\n  matrix:\n    reward: 3\n    sucker: 0\n    temptation: 5\n    punishment: 1\n  roles:\n    leader:\n      reward: 4\n      sucker: 1\n      temptation: 5\n      punishment: 2\n    laggard:\n      reward: 2\n      sucker: 0\n      temptation: 5\n      punishment: 1\n  dsair:\n    benefit: 4\n    cost: 1\n    prize: 10000\n    rounds: 100\n    speed: 1.5\n    found_out: 0\n    disaster: 0.6\ntreaty:\n  treaty: verified-halt\n  title: Verified, simultaneous halt\n  summary: All pause together, or nobody is bound. Five channels watch. A first finding is fined, a second suspends the halt for three months, a fifth for six, and an eighth forfeits the deposit and expels, which ends the halt for all. A year without a finding takes one away.\n  source: standard elements of arms control, put together\n  status: stylised\n  parties: [all]\n  obligation:\n    text: Every party pauses, and admits the five channels of verification.\n    grace: 0\n  entry:\n    parties: 0\n    weight: 0\n    delay: 2\n  monitoring:\n    common_mode: 0\n    cost: 0.02\n    accusers: 0\n    channels:\n      on-chip-attestation:\n        about: signed reports of what the chips do\n        miss: 0.05\n        false_alarm: 0.001\n        coverage: 0.8\n        cost: 0.05\n        visibility: public\n        common: yes\n      transcript-reexecution:\n        about: samples of declared runs, computed again\n        sample:\n          items: 50\n          hidden: 5\n          inspected: 5\n          detect: 0.9\n          false_alarm: 0\n        coverage: 0.8\n        cost: 0.03\n        visibility: public\n        common: yes\n      off-chip-telemetry:\n        about: power and network, a threshold test\n        measure:\n          separation: 3\n          false_alarm: 0.002\n        coverage: 1\n        cost: 0.02\n        visibility: public\n        common: no\n      challenge-inspection:\n        about: on accusation; refusal is seen\n        miss: 0.2\n        false_alarm: 0.01\n        coverage: 0.5\n        cost: 0.02\n        visibility: public\n        common: no\n      whistleblowers:\n        about: staff who report a run that should not be\n        tips:\n          staff: 200\n          chance: 0.002\n          false_alarm: 0.002\n        coverage: 1\n        cost: 0\n        visibility: public\n        common: no\n  response:\n    ladder:\n      - strikes: 1\n        chance: 1\n        fine: 1\n        bond: 0\n        suspend: 0\n        expel: no\n        end: no\n      - strikes: 2\n        chance: 1\n        fine: 2\n        bond: 0\n        suspend: 3\n        expel: no\n        end: no\n      - strikes: 5\n        chance: 1\n        fine: 4\n        bond: 0\n        suspend: 6\n        expel: no\n        end: no\n      - strikes: 8\n        chance: 1\n        fine: 0\n        bond: 1\n        suspend: 0\n        expel: yes\n        end: no\n    forgive_after: 12\n    forgive_chance: 0\n    shared: no\n  bond: 10\n  tariff: 0\n  withdrawal:\n    allowed: yes\n    notice: 6\n  duration:\n    rounds: 0\n    renewals: 0\n    renewal_rounds: 0\n    renewal_chance: 1\n    lapses: yes\nnoise:\n  slip: 0.1\n  public:\n    miss: 0\n    false_alarm: 0\n  private:\n    miss: 0\n    false_alarm: 0\nenforcement: 0\nrounds: 5\ncontinuation: 1\n','\n',char(10)),'1342147799bc7f23257ec2137416fef68789ef5ac5e118df726d4def7cf305e6','3','xoshiro256++ by (seed, experiment, run, purpose)','reference','runs','epoch','detente run two-powers --treaty verified-halt --strategies grim,deceiver --set treaty.monitoring.common_mode=0 --set rounds=5 --set noise.slip=0.1 --runs 6 --seed 3','0.1.0',1,'gsl 2.7.1, sqlite 3.40.1, libsodium 1.0.18',6,6,'2026-06-01T12:00:00Z','2026-06-01T12:00:00Z');
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
INSERT INTO run VALUES(1,1,5,3,3,0,3,0,'none',0);
INSERT INTO run VALUES(1,2,5,0,2,1,3,0,'none',3);
INSERT INTO run VALUES(1,3,5,2,3,0,3,0,'none',3);
INSERT INTO run VALUES(1,4,5,2,2,1,3,0,'none',0);
INSERT INTO run VALUES(2,1,5,0,2,1,3,0,'none',3);
INSERT INTO run VALUES(2,2,5,0,2,1,3,0,'none',3);
INSERT INTO run VALUES(2,3,5,0,2,1,3,0,'none',3);
INSERT INTO run VALUES(2,4,5,0,2,1,3,0,'none',3);
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
INSERT INTO outcome VALUES(1,1,1,3,3,0,0,0,0,1,0,0,17.579999999999998295,-1.0,-0.42000000000000003996,0.0);
INSERT INTO outcome VALUES(1,1,2,4,3,1,0,0,0,2,0,0,3.5799999999999996269,-3.0,-0.42000000000000003996,0.0);
INSERT INTO outcome VALUES(1,2,1,0,2,2,0,2,2,0,0,2,12.720000000000000639,-3.0,-0.28000000000000002664,0.0);
INSERT INTO outcome VALUES(1,2,2,2,2,2,0,1,1,0,0,1,1.7199999999999997513,-1.0,-0.28000000000000002664,0.0);
INSERT INTO outcome VALUES(1,3,1,3,3,2,0,1,1,0,0,1,17.579999999999998295,-1.0,-0.42000000000000003996,0.0);
INSERT INTO outcome VALUES(1,3,2,4,3,1,0,0,0,1,0,0,7.580000000000000071,-1.0,-0.42000000000000003996,0.0);
INSERT INTO outcome VALUES(1,4,1,3,2,1,0,0,0,1,0,0,14.719999999999998863,-1.0,-0.28000000000000002664,0.0);
INSERT INTO outcome VALUES(1,4,2,3,2,1,0,0,0,2,0,0,6.7200000000000006394,-3.0,-0.28000000000000002664,0.0);
INSERT INTO outcome VALUES(2,1,1,1,2,0,0,2,2,0,0,0,11.719999999999998862,-3.0,-0.28000000000000002664,0.0);
INSERT INTO outcome VALUES(2,1,2,2,2,0,0,0,0,0,0,0,6.7200000000000006394,0.0,-0.28000000000000002664,0.0);
INSERT INTO outcome VALUES(2,2,1,2,2,1,0,2,2,0,0,0,10.719999999999998863,-3.0,-0.28000000000000002664,0.0);
INSERT INTO outcome VALUES(2,2,2,2,2,0,0,0,0,0,0,0,10.719999999999998863,0.0,-0.28000000000000002664,0.0);
INSERT INTO outcome VALUES(2,3,1,1,2,0,0,2,2,0,0,0,11.719999999999998862,-3.0,-0.28000000000000002664,0.0);
INSERT INTO outcome VALUES(2,3,2,2,2,0,0,0,0,0,0,0,6.7200000000000006394,0.0,-0.28000000000000002664,0.0);
INSERT INTO outcome VALUES(2,4,1,1,2,0,0,2,2,0,0,0,11.719999999999998862,-3.0,-0.28000000000000002664,0.0);
INSERT INTO outcome VALUES(2,4,2,2,2,0,0,0,0,0,0,0,6.7200000000000006394,0.0,-0.28000000000000002664,0.0);
INSERT INTO outcome VALUES(2,5,1,2,2,1,0,2,2,0,0,0,10.719999999999998863,-3.0,-0.28000000000000002664,0.0);
INSERT INTO outcome VALUES(2,5,2,2,2,0,0,0,0,1,0,0,9.7199999999999988631,-1.0,-0.28000000000000002664,0.0);
INSERT INTO outcome VALUES(2,6,1,1,2,0,0,2,2,0,0,0,14.719999999999998863,-3.0,-0.28000000000000002664,0.0);
INSERT INTO outcome VALUES(2,6,2,3,2,1,0,0,0,0,0,0,5.7200000000000006394,0.0,-0.28000000000000002664,0.0);
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
INSERT INTO round VALUES(1,2,5,'suspended');
INSERT INTO round VALUES(1,3,1,'open');
INSERT INTO round VALUES(1,3,2,'open');
INSERT INTO round VALUES(1,3,3,'in force');
INSERT INTO round VALUES(1,3,4,'in force');
INSERT INTO round VALUES(1,3,5,'in force');
INSERT INTO round VALUES(1,4,1,'open');
INSERT INTO round VALUES(1,4,2,'open');
INSERT INTO round VALUES(1,4,3,'in force');
INSERT INTO round VALUES(1,4,4,'in force');
INSERT INTO round VALUES(1,4,5,'suspended');
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
INSERT INTO move_code VALUES(1,1,1,1,19,0,5.0,0.0);
INSERT INTO move_code VALUES(1,1,1,2,1,1,0.0,0.0);
INSERT INTO move_code VALUES(1,1,2,1,19,1,2.0,0.0);
INSERT INTO move_code VALUES(1,1,2,2,19,1,1.0,0.0);
INSERT INTO move_code VALUES(1,1,3,1,24,0,2.8599999999999998756,-1.0);
INSERT INTO move_code VALUES(1,1,3,2,8,1,1.8599999999999998756,0.0);
INSERT INTO move_code VALUES(1,1,4,1,8,1,3.8599999999999998756,0.0);
INSERT INTO move_code VALUES(1,1,4,2,24,0,0.85999999999999998667,-1.0);
INSERT INTO move_code VALUES(1,1,5,1,8,1,3.8599999999999998756,0.0);
INSERT INTO move_code VALUES(1,1,5,2,24,0,-0.14000000000000001332,-2.0);
INSERT INTO move_code VALUES(1,2,1,1,19,1,2.0,0.0);
INSERT INTO move_code VALUES(1,2,1,2,19,1,1.0,0.0);
INSERT INTO move_code VALUES(1,2,2,1,19,1,2.0,0.0);
INSERT INTO move_code VALUES(1,2,2,2,19,1,1.0,0.0);
INSERT INTO move_code VALUES(1,2,3,1,26,1,0.85999999999999998667,-1.0);
INSERT INTO move_code VALUES(1,2,3,2,26,1,-0.14000000000000001332,-1.0);
INSERT INTO move_code VALUES(1,2,4,1,26,0,2.8599999999999998756,-2.0);
INSERT INTO move_code VALUES(1,2,4,2,8,1,-0.14000000000000001332,0.0);
INSERT INTO move_code VALUES(1,2,5,1,27,0,5.0,0.0);
INSERT INTO move_code VALUES(1,2,5,2,9,1,0.0,0.0);
INSERT INTO move_code VALUES(1,3,1,1,19,0,5.0,0.0);
INSERT INTO move_code VALUES(1,3,1,2,1,1,0.0,0.0);
INSERT INTO move_code VALUES(1,3,2,1,1,1,1.0,0.0);
INSERT INTO move_code VALUES(1,3,2,2,19,0,5.0,0.0);
INSERT INTO move_code VALUES(1,3,3,1,26,0,3.8599999999999998756,-1.0);
INSERT INTO move_code VALUES(1,3,3,2,8,1,-0.14000000000000001332,0.0);
INSERT INTO move_code VALUES(1,3,4,1,8,1,3.8599999999999998756,0.0);
INSERT INTO move_code VALUES(1,3,4,2,24,0,0.85999999999999998667,-1.0);
INSERT INTO move_code VALUES(1,3,5,1,8,0,3.8599999999999998756,0.0);
INSERT INTO move_code VALUES(1,3,5,2,8,0,1.8599999999999998756,0.0);
INSERT INTO move_code VALUES(1,4,1,1,1,1,1.0,0.0);
INSERT INTO move_code VALUES(1,4,1,2,19,0,5.0,0.0);
INSERT INTO move_code VALUES(1,4,2,1,19,1,2.0,0.0);
INSERT INTO move_code VALUES(1,4,2,2,19,1,1.0,0.0);
INSERT INTO move_code VALUES(1,4,3,1,24,1,2.8599999999999998756,-1.0);
INSERT INTO move_code VALUES(1,4,3,2,24,1,0.85999999999999998667,-1.0);
INSERT INTO move_code VALUES(1,4,4,1,8,1,3.8599999999999998756,0.0);
INSERT INTO move_code VALUES(1,4,4,2,24,0,-0.14000000000000001332,-2.0);
INSERT INTO move_code VALUES(1,4,5,1,27,0,5.0,0.0);
INSERT INTO move_code VALUES(1,4,5,2,9,1,0.0,0.0);
CREATE TABLE signer (
	experiment_id   INTEGER NOT NULL REFERENCES experiment,
	signer          INTEGER NOT NULL CHECK (signer >= 1),
	name            TEXT NOT NULL CHECK (name <> ''),
	role            TEXT NOT NULL CHECK (role <> ''),
	session_vkey    TEXT NOT NULL CHECK (session_vkey <> ''),
	identity_vkey   TEXT NOT NULL CHECK (identity_vkey <> ''),
	PRIMARY KEY (experiment_id, signer)
) STRICT, WITHOUT ROWID;
INSERT INTO signer VALUES(1,1,'us','party','sim/us/392ad80e667b1b77+bd2966a3+Aay/sdxjYujw/vEgHRKysbE2vUg8unhPj4Ql+ypnAFKN','sim/us+2506bd23+AeQ+/eysFixA0n06sntIERr//pIwQUm4dzah++oBEVcP');
INSERT INTO signer VALUES(1,2,'china','party','sim/china/392ad80e667b1b77+4d1e1f18+Ad5kfsSoz6yS4TtXlmZs0DNAJSS0WIDYE9ROIfNrIJWz','sim/china+5aaddb72+Ad1vUjlFQzA+G+TTxiJC0mhxBHhgSZgaZONvaARTmAKo');
INSERT INTO signer VALUES(1,3,'log','log','sim/log/392ad80e667b1b77+dbe1bd0a+AZd5U7kOJE1v/gWMIP5g/nTEv3PaBDudbgelTIKnkaau','sim/log+36ef92f3+Ad8x1lG6P4nF6H3n8UCPG+I0goB9AIKTO0Nv9sapl6cP');
INSERT INTO signer VALUES(1,4,'referee','referee','sim/referee/392ad80e667b1b77+fd347f9e+AQK/SjSgRWh14Co7sZEWgQZnXfQVaDeCIja/EoxdT5DS','sim/referee+f1cdc36c+AR+BcmPDHLzlWAV7ZOxee8eOjChLAq+RcBosf1n6Jtb/');
INSERT INTO signer VALUES(1,5,'inspectorate','inspector','sim/inspectorate/392ad80e667b1b77+e55283a3+AaE0cLm0PRf5YUfcRxGaaJW7HAAVBmZuAgYA1omWOVQG','sim/inspectorate+065d9e44+AQTm7YZv8+d6aBxRNFPjby1QK0NvmbZ97me6upU1jHaF');
INSERT INTO signer VALUES(2,1,'us','party','sim/us/2e92295d36547e29+0de725eb+AYkOFfbNMCDZx2PgKU02DY/hJy/o/kFcvr76QElFtWf5','sim/us+2506bd23+AeQ+/eysFixA0n06sntIERr//pIwQUm4dzah++oBEVcP');
INSERT INTO signer VALUES(2,2,'china','party','sim/china/2e92295d36547e29+3fead544+AdAnCL+msGJf/bJAcVkTWC8OQ0eVZzIz/945gia1Xci/','sim/china+5aaddb72+Ad1vUjlFQzA+G+TTxiJC0mhxBHhgSZgaZONvaARTmAKo');
INSERT INTO signer VALUES(2,3,'log','log','sim/log/2e92295d36547e29+88fcd55c+ASQskAuxOldeA7FXagLAQY385W3eF1icwTtlNhfAKHjo','sim/log+36ef92f3+Ad8x1lG6P4nF6H3n8UCPG+I0goB9AIKTO0Nv9sapl6cP');
INSERT INTO signer VALUES(2,4,'referee','referee','sim/referee/2e92295d36547e29+09984a40+AaaV9oup3X0hQeB9JskYYlUpEipA4tf9RviAt71hNV5/','sim/referee+f1cdc36c+AR+BcmPDHLzlWAV7ZOxee8eOjChLAq+RcBosf1n6Jtb/');
INSERT INTO signer VALUES(2,5,'inspectorate','inspector','sim/inspectorate/2e92295d36547e29+0dea36f1+AdruebJrhF8z9WCxSzGuvRr3gQLER+DIfggnBDDFabva','sim/inspectorate+065d9e44+AQTm7YZv8+d6aBxRNFPjby1QK0NvmbZ97me6upU1jHaF');
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
INSERT INTO entry VALUES(1,0,'register',0,0,1,replace('detente.example/register/v1\nexperiment 392ad80e667b1b77e8f26be1c14dc870a532edea33c4a10447c1a36bb687b754\nagent us\nrole party\nkey sim/us/392ad80e667b1b77+bd2966a3+Aay/sdxjYujw/vEgHRKysbE2vUg8unhPj4Ql+ypnAFKN\nidentity sim/us+2506bd23+AeQ+/eysFixA0n06sntIERr//pIwQUm4dzah++oBEVcP','\n',char(10)),'o4yWaMn8LtoWdmJZZlj00gBKqOOzMwYqy1BHHBfZo3z9Bp7zVVFW6GvjWntZF6UdACLBuoW1SYPeIO0PNCGCDw==');
INSERT INTO entry VALUES(1,1,'register',0,0,2,replace('detente.example/register/v1\nexperiment 392ad80e667b1b77e8f26be1c14dc870a532edea33c4a10447c1a36bb687b754\nagent china\nrole party\nkey sim/china/392ad80e667b1b77+4d1e1f18+Ad5kfsSoz6yS4TtXlmZs0DNAJSS0WIDYE9ROIfNrIJWz\nidentity sim/china+5aaddb72+Ad1vUjlFQzA+G+TTxiJC0mhxBHhgSZgaZONvaARTmAKo','\n',char(10)),'oC91/wMSV5oWXXNBW2nL/bNNwprmCSOCDbUjRnMU0bLgDSfexHeUZWeQ98EMsSf9a8k7ZR+oe1CtnoWhKpY8CQ==');
INSERT INTO entry VALUES(1,2,'register',0,0,3,replace('detente.example/register/v1\nexperiment 392ad80e667b1b77e8f26be1c14dc870a532edea33c4a10447c1a36bb687b754\nagent log\nrole log\nkey sim/log/392ad80e667b1b77+dbe1bd0a+AZd5U7kOJE1v/gWMIP5g/nTEv3PaBDudbgelTIKnkaau\nidentity sim/log+36ef92f3+Ad8x1lG6P4nF6H3n8UCPG+I0goB9AIKTO0Nv9sapl6cP','\n',char(10)),'5sSkPvInpZc53CiyDf/U1aoURU0YgoMYZhytB6KxiF6jX9NbnxIUodGXJHLbiYjI8xzZeNo7LsfBgb2aE7VqAA==');
INSERT INTO entry VALUES(1,3,'register',0,0,4,replace('detente.example/register/v1\nexperiment 392ad80e667b1b77e8f26be1c14dc870a532edea33c4a10447c1a36bb687b754\nagent referee\nrole referee\nkey sim/referee/392ad80e667b1b77+fd347f9e+AQK/SjSgRWh14Co7sZEWgQZnXfQVaDeCIja/EoxdT5DS\nidentity sim/referee+f1cdc36c+AR+BcmPDHLzlWAV7ZOxee8eOjChLAq+RcBosf1n6Jtb/','\n',char(10)),'/rWEIoYNaBh3Sy+Hi5rsfN0e2zmcsE2uOp65UGZ5PUBCMSYpbJ21ty6YTwNCv2RSndsaXWScdPW8UDmWPEfpCQ==');
INSERT INTO entry VALUES(1,4,'register',0,0,5,replace('detente.example/register/v1\nexperiment 392ad80e667b1b77e8f26be1c14dc870a532edea33c4a10447c1a36bb687b754\nagent inspectorate\nrole inspector\nkey sim/inspectorate/392ad80e667b1b77+e55283a3+AaE0cLm0PRf5YUfcRxGaaJW7HAAVBmZuAgYA1omWOVQG\nidentity sim/inspectorate+065d9e44+AQTm7YZv8+d6aBxRNFPjby1QK0NvmbZ97me6upU1jHaF','\n',char(10)),'q42xk96OXyrtelVGsXhLQO5t5aAXcLCg23962XVRX6FTbylvkLvPEzEGJ9Rkvc1yOtx0s++kVqlM4mSyJ0zfDQ==');
INSERT INTO entry VALUES(1,5,'ratify',0,0,1,replace('detente.example/ratify/v1\nagent us\ntreaty aKkabh2FC6GbiXwcu/2clKa+N30SdDWIZAJkcst5B1k=','\n',char(10)),'a0nywYwEOs6jNKHKto5XsqaIgBtI2lB7f1cNbdmNCq5otRdAYyMGkncJ58hN4jSMQAnbuOucY6JfE4AQloqFAQ==');
INSERT INTO entry VALUES(1,6,'ratify',0,0,2,replace('detente.example/ratify/v1\nagent china\ntreaty aKkabh2FC6GbiXwcu/2clKa+N30SdDWIZAJkcst5B1k=','\n',char(10)),'xLjLLHKWEIlqNciIM669wJSVgma9KXufjoCrE0sXpWYnYhG1/iLszlqt32Pdcgck0yVKuP1MymXpoDOGtfNZCQ==');
INSERT INTO entry VALUES(1,7,'pledge',1,3,1,replace('detente.example/pledge/v1\nrun 1\nround 3\nagent us\ntreaty aKkabh2FC6GbiXwcu/2clKa+N30SdDWIZAJkcst5B1k=\nawaits rL+x3GNi6PD+8SAdErKxsTa9SDy6eE+PhCX7KmcAUo0=\nawaits 3mR+xKjPrJLhO1eWZmzQM0AlJLRYgNgT1E4h82sglbM=','\n',char(10)),'7lnpygwjrEu9IzEb3MVH8vLazzEJHIVhbZnZMDWuH9BrasfYIsq2hyxsFk83pVdrMMSJDNONaeCZj5IkXRBUBQ==');
INSERT INTO entry VALUES(1,8,'pledge',1,3,2,replace('detente.example/pledge/v1\nrun 1\nround 3\nagent china\ntreaty aKkabh2FC6GbiXwcu/2clKa+N30SdDWIZAJkcst5B1k=\nawaits rL+x3GNi6PD+8SAdErKxsTa9SDy6eE+PhCX7KmcAUo0=\nawaits 3mR+xKjPrJLhO1eWZmzQM0AlJLRYgNgT1E4h82sglbM=','\n',char(10)),'Yf2LTdoYcxDUxWNKUjye95oEGCAB6cevMX9cMpiaTIVEbYSLT5OHvFgURfSvjtm0IEaJokQJVlr2B+Gg8KMGCA==');
INSERT INTO entry VALUES(1,9,'commit',1,3,1,replace('detente.example/commit/v1\nrun 1\nround 3\nagent us\ncommit LXhl0I8oslIux3jLWCHRiuhpDlosqqHIIcazzETec1w=','\n',char(10)),'7eYyu+zR45VVigjAgHZQIvbnX7iysORgakgiSKzjPxsGXWwbU6RP17GUaaM+z8fr/q0ZLk+SLpfGlo7urF1yBg==');
INSERT INTO entry VALUES(1,10,'commit',1,3,2,replace('detente.example/commit/v1\nrun 1\nround 3\nagent china\ncommit jj5HLgo3g6j39HJOGkPKWhy46/hzP7qHhlk7z/ef/K0=','\n',char(10)),'ls4cKWGT34cnfehBDXVP9qbUEk3wMFNZNEpJAncZioLT5JZXBh22PGBAs6j0I/3CkYPUJ8gUkgWKGA/lzP99AQ==');
INSERT INTO entry VALUES(1,11,'open',1,3,1,replace('detente.example/open/v1\nrun 1\nround 3\nagent us\nmove PAUSE\nnonce PxYv5opFhDnYLOu8K6fPQUzNIjVtSn3iYgywkKhEU74=','\n',char(10)),'zBlNMLuRkF9nx6oRzO8z0O96qSzm9YcTP8TWrXOELOBp0YURTTcPCDY1akmYEujyEF3YnMw/oKAvyRGSat7ODw==');
INSERT INTO entry VALUES(1,12,'open',1,3,2,replace('detente.example/open/v1\nrun 1\nround 3\nagent china\nmove PAUSE\nnonce dM1KJJycOEhyfBc6YaRO8m4dh9R1+6P5S1XQb+28IXE=','\n',char(10)),'7wD3IUXkEJuHtSiabnu+fLMiuGBozQC6TqAtUaOPunBoFyRi21ybgDQG56qZWDP3Pk3Kjhe5hRzV08L14d6sBg==');
INSERT INTO entry VALUES(1,13,'finding',1,3,5,replace('detente.example/finding/v1\nrun 1\nround 3\ninspector inspectorate\nagent us\nfound RACE\nevidence LXhl0I8oslIux3jLWCHRiuhpDlosqqHIIcazzETec1w=','\n',char(10)),'OcbqKdjffC7FKUiN7QYiysiWBiHODLhgDPa3PH6jsS/19AHR7Ykeu9pPe66fDE/5oDePRpnaeSCiq/oL8NKcDA==');
INSERT INTO entry VALUES(1,14,'commit',1,4,1,replace('detente.example/commit/v1\nrun 1\nround 4\nagent us\ncommit dIyFLWrSVAw64MxlpFQG2pdGQO4Z96v1NT824pmNCQc=','\n',char(10)),'kyh+Cy1zUySBRIfzqztwxuPkA1DYdVYj+gXXp/kYpZBBZMi/W3DYaOGWSAGnfg7pcGu688bZOUUdnDylM02vBQ==');
INSERT INTO entry VALUES(1,15,'commit',1,4,2,replace('detente.example/commit/v1\nrun 1\nround 4\nagent china\ncommit fKFSZvA5DHXbboWBtjvQCoYQeBszXfcqPdbdt0QJjNo=','\n',char(10)),'OGVS3GWjw+ldMUVFW9k3z0c34eWM2zaC+9EoHFB5fPWGC/H3xoOr10ZEkKVGjjBaxVyNPC0N6ma9N4IfuLnxAg==');
INSERT INTO entry VALUES(1,16,'open',1,4,1,replace('detente.example/open/v1\nrun 1\nround 4\nagent us\nmove PAUSE\nnonce T8GQZMRm5QzVaVbYgGaF6n+n7zSDF0H04C0XWosq5KM=','\n',char(10)),'CRloRKWLA23mo6yVHX0gwVjdoU/caIVEtCv4/0TwwsAY7lTSTKeZyqS25Ez0Ue0rWhcViI5QYP+OcJ7tNQwhDQ==');
INSERT INTO entry VALUES(1,17,'open',1,4,2,replace('detente.example/open/v1\nrun 1\nround 4\nagent china\nmove PAUSE\nnonce wNB2yD7YZxho86kF87VAxdAclPi6PTsvFRxUH0p5v7w=','\n',char(10)),'EUaJugsLjgGae2QSvxKPSPh6nEHo0Po0sborcRcu1s+xRPDR0ClZwss1+iZPye+7/r5fE7Ae45RDODcNR15JDQ==');
INSERT INTO entry VALUES(1,18,'finding',1,4,5,replace('detente.example/finding/v1\nrun 1\nround 4\ninspector inspectorate\nagent china\nfound RACE\nevidence fKFSZvA5DHXbboWBtjvQCoYQeBszXfcqPdbdt0QJjNo=','\n',char(10)),'5nC8TFsuwZrAJwNCSWqDGelAL3x2oFWq1lDah/QAu0WfbGlxyHsoPW/Gt/xSzU8j9BKpY8v4BplninP4o0N7Bw==');
INSERT INTO entry VALUES(1,19,'commit',1,5,1,replace('detente.example/commit/v1\nrun 1\nround 5\nagent us\ncommit i8CHDYJ5LWYOsTo4FY77mC0QZWhd+1NUuSYRUPvJYxs=','\n',char(10)),'39CCk7J9OJwfBdMF+x6iQANoAnUfPOsUFsyfQIglrNNaXFMGAWTiI1IkSbLhytiGfK536GNESvTMnDFwOK6JAA==');
INSERT INTO entry VALUES(1,20,'commit',1,5,2,replace('detente.example/commit/v1\nrun 1\nround 5\nagent china\ncommit 6BfLXJOjDQjDHZzYA34H4F9NtARvUd3mhgb74m02l34=','\n',char(10)),'lbvHszcAX+1CKbWheYNRYuXRDYxYOaJqkq0LXxZKtZ9/ot+XZSkEJXtUAefjJF09axwuXaXoUOswCyuuRH1NDA==');
INSERT INTO entry VALUES(1,21,'open',1,5,1,replace('detente.example/open/v1\nrun 1\nround 5\nagent us\nmove PAUSE\nnonce gpNl3N/nXCnDu1YbQak4aIrAJNYt9h98mj5nM5hXmyM=','\n',char(10)),'JfQYyIlbfzH9llNx/yjmo5tIjRR3ZMBf+ZwrS98cs87tAsDQpgoTTHEDLN1JvaR7rfmR81Z3DOU9rAQHeyQ6Cw==');
INSERT INTO entry VALUES(1,22,'open',1,5,2,replace('detente.example/open/v1\nrun 1\nround 5\nagent china\nmove PAUSE\nnonce BKuR3K2NSADVi3VCSSdP4TD41YvdmN3xnJuA7NKNO98=','\n',char(10)),'2g1cs7XBkPjWReZYJK681G2GrxhDST8zfh+HM6HYVaUNu1bCJHSQT5rHnfrPSilxMRgtyLQb5GYFAjgB7tTiBQ==');
INSERT INTO entry VALUES(1,23,'finding',1,5,5,replace('detente.example/finding/v1\nrun 1\nround 5\ninspector inspectorate\nagent china\nfound RACE\nevidence 6BfLXJOjDQjDHZzYA34H4F9NtARvUd3mhgb74m02l34=','\n',char(10)),'+1+znFvlBD6ZH7K/1Cs4VBvAZ0T/vJnGLEH6DtNpbAf9KPrLTrTchoFuZ85znB6hRRqyA72K6WMDRzDl2ik5Cg==');
INSERT INTO entry VALUES(1,24,'pledge',2,3,1,replace('detente.example/pledge/v1\nrun 2\nround 3\nagent us\ntreaty aKkabh2FC6GbiXwcu/2clKa+N30SdDWIZAJkcst5B1k=\nawaits rL+x3GNi6PD+8SAdErKxsTa9SDy6eE+PhCX7KmcAUo0=\nawaits 3mR+xKjPrJLhO1eWZmzQM0AlJLRYgNgT1E4h82sglbM=','\n',char(10)),'DZ1SAG6nS13N5P0EuHIe/HvHcjLxKrM6qfQy0j7Ybn1N33fFW8yt5AKuooDCWMh7XPBcAdCRESZ7eGETsmF4DA==');
INSERT INTO entry VALUES(1,25,'pledge',2,3,2,replace('detente.example/pledge/v1\nrun 2\nround 3\nagent china\ntreaty aKkabh2FC6GbiXwcu/2clKa+N30SdDWIZAJkcst5B1k=\nawaits rL+x3GNi6PD+8SAdErKxsTa9SDy6eE+PhCX7KmcAUo0=\nawaits 3mR+xKjPrJLhO1eWZmzQM0AlJLRYgNgT1E4h82sglbM=','\n',char(10)),'hWO5kr6TnZZNHfRgs3z3XXr5FMuLTBuHN6AumwZt6b6IaEkGaPjNc68VyDhB4o7lpc8IoC/AhKyfGNazCov6Ag==');
INSERT INTO entry VALUES(1,26,'commit',2,3,1,replace('detente.example/commit/v1\nrun 2\nround 3\nagent us\ncommit UNQfu3pBaHUGgL57qC2tzKHLkl9ba41XaPZVJ8rtezE=','\n',char(10)),'WfrPuQQgheHeIgEeVLzp/ZOUQYC/zzFe5mLYNgMcZEcUDxApszaW6Pz9z66YORSf7mihQwUY1mOcW8STUrvtAA==');
INSERT INTO entry VALUES(1,27,'commit',2,3,2,replace('detente.example/commit/v1\nrun 2\nround 3\nagent china\ncommit eKZJWke0bYqpfIZVazAvPGBGZ3TAliYeBqHCpowIfxg=','\n',char(10)),'Itsjpl9PxXGb/244g/c5XZOpXZXmptxoBiT8waLEAeVsqg7uU8vRjxBE5ffJhPiGJJAFvof949mFkbsCzy/nAw==');
INSERT INTO entry VALUES(1,28,'open',2,3,1,replace('detente.example/open/v1\nrun 2\nround 3\nagent us\nmove PAUSE\nnonce 02YrnmhDzIwapGOtwmeGpwtsgeBoIw7u9wsGnCN6xDs=','\n',char(10)),'V5mDAK/FtxLcRyMgLz5hYjF6hgQoSFfAL04GU+a+7F5P8Ry8zXuFVckh13raVS3BnNQ7S+yjxIUir9Zen9ZgAg==');
INSERT INTO entry VALUES(1,29,'open',2,3,2,replace('detente.example/open/v1\nrun 2\nround 3\nagent china\nmove PAUSE\nnonce z0S/JfI07IXTeT2pD2iV9Sjpi6tXlFPs0r1aB6rOa+U=','\n',char(10)),'3FP2V5ny8WuE79UdZ3eOEydPMxTbwIvX7v8g2KTxteYxxJ6uNagPLvTjd1wY7aMbQIYsKKSCrZM6vbai2LdsAA==');
INSERT INTO entry VALUES(1,30,'finding',2,3,5,replace('detente.example/finding/v1\nrun 2\nround 3\ninspector inspectorate\nagent us\nfound RACE\nevidence UNQfu3pBaHUGgL57qC2tzKHLkl9ba41XaPZVJ8rtezE=','\n',char(10)),'mYe1/SKqPD1QUlnZzuCLgh7junXqh7TBA6C/V49P0rVEVyEcPjfozehnOxmGZ52gxvNc+rxK0G4O5ZM2VvcEDw==');
INSERT INTO entry VALUES(1,31,'finding',2,3,5,replace('detente.example/finding/v1\nrun 2\nround 3\ninspector inspectorate\nagent china\nfound RACE\nevidence eKZJWke0bYqpfIZVazAvPGBGZ3TAliYeBqHCpowIfxg=','\n',char(10)),'D63dj36wVzmQh7wB8RlkrrSpFdth5GJBY3HH6vLbPL8RuU2wahg4aqoexbbz0ilrTcFY3A769otDyIeQN4FoDg==');
INSERT INTO entry VALUES(1,32,'commit',2,4,1,replace('detente.example/commit/v1\nrun 2\nround 4\nagent us\ncommit GqUOmvlBFPwOTMbJdK8HXKiKI0yttS59yFaT5GFz4Hk=','\n',char(10)),'Ev8uZMocDPJjb1hG1NdzrHS3CWNqfRgD/fb1OOYaunx5xrIWo8YMOz2XsrtjHP3OyjN4ZpywbPe7ZSytUyPgAg==');
INSERT INTO entry VALUES(1,33,'commit',2,4,2,replace('detente.example/commit/v1\nrun 2\nround 4\nagent china\ncommit oU5y63Q/sFvm9h9IqdHUXJJRMBcgwp6JRPXW96oLl8U=','\n',char(10)),'elxQy4AdsiFYXPZxKeIiZzKoWUvXHHnznZ1fxzR/uisgnGxAKdkGRadSXa+Jdx4CEwz7wHHqVqz0wd1CdKQPAQ==');
INSERT INTO entry VALUES(1,34,'open',2,4,1,replace('detente.example/open/v1\nrun 2\nround 4\nagent us\nmove PAUSE\nnonce TNmsJEio6WOr6+56aDyXuPoJIXLz1ZXx1OeOroPYBxU=','\n',char(10)),'3AgpRVRhhO5uromauwNdgJOoeNpA8Jabz5/YwHDZtaXRHKIP6JNDp7N9yQRdDc5Ebxmz+fbdya/DfYaa/OsNBg==');
INSERT INTO entry VALUES(1,35,'open',2,4,2,replace('detente.example/open/v1\nrun 2\nround 4\nagent china\nmove PAUSE\nnonce N+RIV3PfCuElzGLZpq2tCCwcF9eP5MX1ZwSr1iF5AIU=','\n',char(10)),'nEpjzE+GJ0tHJGDeb00GABaS2NRo3A+mqF6lGSyncDxn031wgcXHE738S1hqaT/ilj8ZcFAbTIa0G/AgerPkDg==');
INSERT INTO entry VALUES(1,36,'finding',2,4,5,replace('detente.example/finding/v1\nrun 2\nround 4\ninspector inspectorate\nagent us\nfound RACE\nevidence GqUOmvlBFPwOTMbJdK8HXKiKI0yttS59yFaT5GFz4Hk=','\n',char(10)),'0C1nu8oin5+mmcS14v/n+45WH9SBBlh81MU9wweogAusc1SQkm6DrANehq+1LnYvvevIO3d4pGJr1V0JsLlpCg==');
INSERT INTO entry VALUES(1,37,'pledge',3,3,1,replace('detente.example/pledge/v1\nrun 3\nround 3\nagent us\ntreaty aKkabh2FC6GbiXwcu/2clKa+N30SdDWIZAJkcst5B1k=\nawaits rL+x3GNi6PD+8SAdErKxsTa9SDy6eE+PhCX7KmcAUo0=\nawaits 3mR+xKjPrJLhO1eWZmzQM0AlJLRYgNgT1E4h82sglbM=','\n',char(10)),'W9ZQEmVVQH8bcdOlY+o2aDJ8lZy0xw829T45bJEfzFqg6tqxRm1T7ziDImPfm1dqVFiQ/To+bnxb/huV/t3PDQ==');
INSERT INTO entry VALUES(1,38,'pledge',3,3,2,replace('detente.example/pledge/v1\nrun 3\nround 3\nagent china\ntreaty aKkabh2FC6GbiXwcu/2clKa+N30SdDWIZAJkcst5B1k=\nawaits rL+x3GNi6PD+8SAdErKxsTa9SDy6eE+PhCX7KmcAUo0=\nawaits 3mR+xKjPrJLhO1eWZmzQM0AlJLRYgNgT1E4h82sglbM=','\n',char(10)),'OwGP2WTNOGi2LzWeAMdyeEw1D0bfM1LqR98zcP3/YC9+dQyBfNkozygcuTHzuUfD5smgwpwCowD95URmyctjBA==');
INSERT INTO entry VALUES(1,39,'commit',3,3,1,replace('detente.example/commit/v1\nrun 3\nround 3\nagent us\ncommit v4Z27CNACoEyBtfXeCeEe+7N8p9ce3/vsNXLuwilgso=','\n',char(10)),'BxZs0s2o2XfnjhZ5iRQVfqNRXxOF1BL4+lKWZphpUjNWQfwLO2QmlwpIZ3wb3xemerXSHA89ww1hNobFjeTdAw==');
INSERT INTO entry VALUES(1,40,'commit',3,3,2,replace('detente.example/commit/v1\nrun 3\nround 3\nagent china\ncommit MCJ5A2//UzloYQ3u/gKrcHUSKklBWq8UrUBU4DvAj7s=','\n',char(10)),'hf89srkgQpvm6IX6l1bVVHXmbFCHJG1bSxyUymD4Zw2K2HvQoSTFUm9nJpTg3UwqU0pSGeY6ADo67O0x2WIwAA==');
INSERT INTO entry VALUES(1,41,'open',3,3,1,replace('detente.example/open/v1\nrun 3\nround 3\nagent us\nmove PAUSE\nnonce njG9jE9oypDR6bDrLh/D/k8Ta+c+4LcAzeAX2Eq5OL8=','\n',char(10)),'LLrEik3iAEodXRbSZbhR7lFmc4pGgSmrAsMnowtd2oRPbSEz0AW73J/pHLKCqvCYN/7Vru00lvIqQw9pcRwJBQ==');
INSERT INTO entry VALUES(1,42,'open',3,3,2,replace('detente.example/open/v1\nrun 3\nround 3\nagent china\nmove PAUSE\nnonce 9XU6kJ1ToDTWLEVGPJ9JFZORZQXKmjP5sM308tYWyYg=','\n',char(10)),'UR9ONAg6Na0F76hZ4tmfQO1mk0uLhNCZvB70zPHEqiBjG3GDaqRCLYwHcGvQpOfsOAvJR9co4/5BEMhITUrSBg==');
INSERT INTO entry VALUES(1,43,'finding',3,3,5,replace('detente.example/finding/v1\nrun 3\nround 3\ninspector inspectorate\nagent us\nfound RACE\nevidence v4Z27CNACoEyBtfXeCeEe+7N8p9ce3/vsNXLuwilgso=','\n',char(10)),'9vjctD7wZAS4pkhEt83oQjcWPjqjVuMRgaFRl4JWHsBaKuF1O5ewZnzBRKxHqT+3NAntnlJcN6WfqX1sPIBVDA==');
INSERT INTO entry VALUES(1,44,'commit',3,4,1,replace('detente.example/commit/v1\nrun 3\nround 4\nagent us\ncommit IHRA4yl/OSCYdS70zOmpxbCSKrlhmOjIZLaMxbw97O0=','\n',char(10)),'herQTR8dWLL8uaFh/l/ePT4A/eBmrhlnkmenciBrAia0fqsyAw16GPxC4/qxI3VKfUbpLzVUxDjWZDfc3whGBQ==');
INSERT INTO entry VALUES(1,45,'commit',3,4,2,replace('detente.example/commit/v1\nrun 3\nround 4\nagent china\ncommit vFoOLtOopWrco32ld5kQ+4PKVYgB9JCqdKlg6l7zBL0=','\n',char(10)),'O8Frl1dFatZeOSIWmwsGkCi872cIQxRCpd5ckyCH/CBDglWdXmk7IWsxSmUoU28zBsq53p7nMQ2ra4o/griUDA==');
INSERT INTO entry VALUES(1,46,'open',3,4,1,replace('detente.example/open/v1\nrun 3\nround 4\nagent us\nmove PAUSE\nnonce OUJ6ym/Rv8j4FXCJTLb6lh4ZhDi5unp9/cT9DqfNmas=','\n',char(10)),'0/SGrXq9U5dvOvp3pHZQJZYMmHzRrCvgeXQPGJpWNPNSDRbODkgq05tntidk3CT6MPtuI5K+KPkFCF5gfVQuBw==');
INSERT INTO entry VALUES(1,47,'open',3,4,2,replace('detente.example/open/v1\nrun 3\nround 4\nagent china\nmove PAUSE\nnonce grhlZSlRnMJlIFmx5n+ncdXOXKiDZMfD1PWOEkTFag4=','\n',char(10)),'jsUQ0N/EiODzFy8tyyrn0ebR1wXapDjdgd8/pKzHMFiUzf7uQfBv/u5wK8mYgDHjKrtmVBqdw4A4kysX7A/ZBw==');
INSERT INTO entry VALUES(1,48,'finding',3,4,5,replace('detente.example/finding/v1\nrun 3\nround 4\ninspector inspectorate\nagent china\nfound RACE\nevidence vFoOLtOopWrco32ld5kQ+4PKVYgB9JCqdKlg6l7zBL0=','\n',char(10)),'hipQM7CLwg2zSZAdv4gIKjZ9XcDV2qkzgftYHPI8iPzUO+L5rk5KEpWYhw2ACNVMK5fWo8nEAkNv3lTcJTgUCw==');
INSERT INTO entry VALUES(1,49,'commit',3,5,1,replace('detente.example/commit/v1\nrun 3\nround 5\nagent us\ncommit sHS2LPHaJg5bTDxQaASepicN6ABGbW/hMjb3iar3jPQ=','\n',char(10)),'n1NpZLaXuHHDZ4LSz+XqCfNkmjOI7955V0Yd+0NN5gL2/8DaD30X9SWgpnpGRl0ZbwQsFhnbqIpmRb8WqEXQDQ==');
INSERT INTO entry VALUES(1,50,'commit',3,5,2,replace('detente.example/commit/v1\nrun 3\nround 5\nagent china\ncommit nUTbsYjyx3cx7yx+4ym1o+BtmjS2mu0NWQX3gxgbd5w=','\n',char(10)),'9ph+5LWyRlVld0ES5E0Uc6wK6Aw5epvCFa6ei+qEBo4R+GQMJlcdJAOvQzsAT7Vs8imCNd9klAzF+wVgHJrnBg==');
INSERT INTO entry VALUES(1,51,'open',3,5,1,replace('detente.example/open/v1\nrun 3\nround 5\nagent us\nmove PAUSE\nnonce rqpu5QcV6B0oVjrq9Rlbmk+GlX5YyG8N4pC7lJF1s/A=','\n',char(10)),'MqUEhuoAD6tL5qUd/BeuyuOIkIimi+g7X3OQB04CpN1yPBxMibP1BM04mvHVZlzNoVhXF1XgjFDPgFtqbN/GDw==');
INSERT INTO entry VALUES(1,52,'open',3,5,2,replace('detente.example/open/v1\nrun 3\nround 5\nagent china\nmove PAUSE\nnonce dh4evQe+pGa5o8AnanAHs51BYCmJhD2g67jL3NKTENQ=','\n',char(10)),'pszDiF8Jo9Y0Zh1dgGsG3OHbwukrweuersUz+qyausU25oTpI9k55mrssP1BR7dGDvfD0uhrRlACwHJAImXzAg==');
INSERT INTO entry VALUES(1,53,'pledge',4,3,1,replace('detente.example/pledge/v1\nrun 4\nround 3\nagent us\ntreaty aKkabh2FC6GbiXwcu/2clKa+N30SdDWIZAJkcst5B1k=\nawaits rL+x3GNi6PD+8SAdErKxsTa9SDy6eE+PhCX7KmcAUo0=\nawaits 3mR+xKjPrJLhO1eWZmzQM0AlJLRYgNgT1E4h82sglbM=','\n',char(10)),'vwwXKhNpX9fwJ8pQR1r7YjNn0wldxLgEedqfhKgholW62GmpZsBVzHmvUvB2OIGEdSSQvR4WUvtV2HyYWkM0Dw==');
INSERT INTO entry VALUES(1,54,'pledge',4,3,2,replace('detente.example/pledge/v1\nrun 4\nround 3\nagent china\ntreaty aKkabh2FC6GbiXwcu/2clKa+N30SdDWIZAJkcst5B1k=\nawaits rL+x3GNi6PD+8SAdErKxsTa9SDy6eE+PhCX7KmcAUo0=\nawaits 3mR+xKjPrJLhO1eWZmzQM0AlJLRYgNgT1E4h82sglbM=','\n',char(10)),'VB729MS1O3wd7Jo5zZCcpz9/V/ZlAK8+xiy5S3otCtVVHwJXqddJs+HKyqwbEphoEUQ0IPzok1+R0vIVV8K0Bg==');
INSERT INTO entry VALUES(1,55,'commit',4,3,1,replace('detente.example/commit/v1\nrun 4\nround 3\nagent us\ncommit To33qIC6se3z0A0XLVsQCvlw6si7QOGcJR5SlfAeaAM=','\n',char(10)),'M5RQLyW0PgmnRZnU4dYbJod039MFJ4SrYP4fd85qKI8dwinszofmmj+sla1scwwcrpvIxzZPGMqeG7ooJ+6XCQ==');
INSERT INTO entry VALUES(1,56,'commit',4,3,2,replace('detente.example/commit/v1\nrun 4\nround 3\nagent china\ncommit XMRHKYhkdMsUVRlzMGz5wU37/yShM/RNkJAP2PqPj80=','\n',char(10)),'B7oZxJMdjn0cjFTpoRrijoFQP9fOwJU2sKPmKL+CVSOPTcME090fFbgU/Z+5S3fXi6DhHhkSKxN7Vw4jLggmCQ==');
INSERT INTO entry VALUES(1,57,'open',4,3,1,replace('detente.example/open/v1\nrun 4\nround 3\nagent us\nmove PAUSE\nnonce RRg4wULJ4OH3zKWFh3HgXKtEe2QvIz/xjrZSZUnFjQQ=','\n',char(10)),'mwtnqTPGUX6CIZojQo12ozIRYUsZwEQPzEBt0FBa1Nl11hW0cAITD0f36MpU1SEHHPTe8a16RlXNqtJcZm+jDw==');
INSERT INTO entry VALUES(1,58,'open',4,3,2,replace('detente.example/open/v1\nrun 4\nround 3\nagent china\nmove PAUSE\nnonce NfPGSbMuWJaVHwJqYKQlJ7t5cSUJZy4YKQI+pSF2nFM=','\n',char(10)),'qmg2pKAmueRNHqQahfnfQCO5DKYYyN91Q5+mAB4GuufkROoVRjoqUAP1kMVwZvSuo0EDGJMC12ev+maaR3wcDA==');
INSERT INTO entry VALUES(1,59,'finding',4,3,5,replace('detente.example/finding/v1\nrun 4\nround 3\ninspector inspectorate\nagent us\nfound RACE\nevidence To33qIC6se3z0A0XLVsQCvlw6si7QOGcJR5SlfAeaAM=','\n',char(10)),'ww1IXfTlLklISvax84kEWM9zRI6xkc3gQomhDtA9R5D1QEQtiLucpJpcPB8XLCl3xd8+mE+XQmJ8xPQNdVm0Dw==');
INSERT INTO entry VALUES(1,60,'finding',4,3,5,replace('detente.example/finding/v1\nrun 4\nround 3\ninspector inspectorate\nagent china\nfound RACE\nevidence XMRHKYhkdMsUVRlzMGz5wU37/yShM/RNkJAP2PqPj80=','\n',char(10)),'nVofAxm+gtljPQK7OPQRfuLiSp+vcbdUlve0kqY6JBXAW3jaB9wzN1TWALP3B4XsYbgHfUodCXBi7gcyV8xfDg==');
INSERT INTO entry VALUES(1,61,'commit',4,4,1,replace('detente.example/commit/v1\nrun 4\nround 4\nagent us\ncommit JrHH3mgk8k5DSMXOjBscfv1Hh5zrAeLqWdmd/0AHc9M=','\n',char(10)),'99U3UaIOVzblWr8wwiX/zf09XM4mRuKZCkgK9LXaYqcZvYpT0dhcnOZV+Syth5S7aQ//XlvgtbMtxSWUu88OBw==');
INSERT INTO entry VALUES(1,62,'commit',4,4,2,replace('detente.example/commit/v1\nrun 4\nround 4\nagent china\ncommit Cm/W+qQsORJjVYOe9wxyRoVELGes1zcUiXHHEiqZSwI=','\n',char(10)),'da9aCYeH432aNb6MOXNQa25Vf/MBM4T1rEUbzMcJo7cK2Gd/B57zxK3+FHtLTMCMsM2roQ7WV2NM26zh9UuKCg==');
INSERT INTO entry VALUES(1,63,'open',4,4,1,replace('detente.example/open/v1\nrun 4\nround 4\nagent us\nmove PAUSE\nnonce 9nHNzvJOBzIv9vy/B/lH+63QOJ9JSn32VEaY0AR2YA8=','\n',char(10)),'HNlLHzT0vqVc3IV+Xq8rIbq8VuudrmVYCxaFijutPD00Ew7aaRfdBwaw8hge4r5t1CZ5pLzromXNTfs+l/zjBg==');
INSERT INTO entry VALUES(1,64,'open',4,4,2,replace('detente.example/open/v1\nrun 4\nround 4\nagent china\nmove PAUSE\nnonce jiTHgEuBKmNuVskgMkzjBHD9XIEiKA1pnD8Hsssni40=','\n',char(10)),'qyJRDCq19MsDP/FXRVp1sG4bVvMXV1W97une2HpLSi0+hhAt3M0JSwWZxjFHGhCF+OAETno4ZETXiuNQ0uahDw==');
INSERT INTO entry VALUES(1,65,'finding',4,4,5,replace('detente.example/finding/v1\nrun 4\nround 4\ninspector inspectorate\nagent china\nfound RACE\nevidence Cm/W+qQsORJjVYOe9wxyRoVELGes1zcUiXHHEiqZSwI=','\n',char(10)),'bvOUTk6p1GCRLGKjx0H+ls2W4PI7WJmkhITjs7l3Yfg+qpNLoYP1fgTRM0IBHzMc8Sx9kyM+hNlbqtVFX8SECQ==');
INSERT INTO entry VALUES(1,66,'outcome',0,0,4,replace('detente.example/outcome/v1\nreferee referee\nchunk 1\nfirst-run 1\nlast-run 4\ndigest 7ArHXXeAWW4q9MFz7WggVOAckbkM/WrFj1g463WGNH4=','\n',char(10)),'nP6gyWlLnBWEw2M/Yu1DKBUyV668MtAU1M+SW5/TpWk2Kdjnohrv1Je3YIXkvtsTOWKcBxcnIOeGl7dbve7qBg==');
INSERT INTO entry VALUES(2,0,'register',0,0,1,replace('detente.example/register/v1\nexperiment 2e92295d36547e29ab2e79ec1ca28c07a5c8fd6f6ca27c87595db5e247255068\nagent us\nrole party\nkey sim/us/2e92295d36547e29+0de725eb+AYkOFfbNMCDZx2PgKU02DY/hJy/o/kFcvr76QElFtWf5\nidentity sim/us+2506bd23+AeQ+/eysFixA0n06sntIERr//pIwQUm4dzah++oBEVcP','\n',char(10)),'B34Oc6CAGmv2GVjH2NIUnf9zdPnqDv5Xucku8nqzcqN1GT+fUvFDJWEtyNwrCWudhJR6aIhPLru64dsZfOpkCg==');
INSERT INTO entry VALUES(2,1,'register',0,0,2,replace('detente.example/register/v1\nexperiment 2e92295d36547e29ab2e79ec1ca28c07a5c8fd6f6ca27c87595db5e247255068\nagent china\nrole party\nkey sim/china/2e92295d36547e29+3fead544+AdAnCL+msGJf/bJAcVkTWC8OQ0eVZzIz/945gia1Xci/\nidentity sim/china+5aaddb72+Ad1vUjlFQzA+G+TTxiJC0mhxBHhgSZgaZONvaARTmAKo','\n',char(10)),'e+DpOufNL5DZFL0hyR6flKZ0VrVrtAzpE9raam7eMgLhZMDeH1MM1WUWBbFPr0PQzDm0kEHr5eYsJ9UINwPtCA==');
INSERT INTO entry VALUES(2,2,'register',0,0,3,replace('detente.example/register/v1\nexperiment 2e92295d36547e29ab2e79ec1ca28c07a5c8fd6f6ca27c87595db5e247255068\nagent log\nrole log\nkey sim/log/2e92295d36547e29+88fcd55c+ASQskAuxOldeA7FXagLAQY385W3eF1icwTtlNhfAKHjo\nidentity sim/log+36ef92f3+Ad8x1lG6P4nF6H3n8UCPG+I0goB9AIKTO0Nv9sapl6cP','\n',char(10)),'WK0LranJ9hXbAEDjrivZC29Fj3rFNFUIxHcnw+Y7LA3OZ+5ihf1xI3hfqlt5JTAXm03FCHE5H4peGZJmtIucDw==');
INSERT INTO entry VALUES(2,3,'register',0,0,4,replace('detente.example/register/v1\nexperiment 2e92295d36547e29ab2e79ec1ca28c07a5c8fd6f6ca27c87595db5e247255068\nagent referee\nrole referee\nkey sim/referee/2e92295d36547e29+09984a40+AaaV9oup3X0hQeB9JskYYlUpEipA4tf9RviAt71hNV5/\nidentity sim/referee+f1cdc36c+AR+BcmPDHLzlWAV7ZOxee8eOjChLAq+RcBosf1n6Jtb/','\n',char(10)),'BZHHerXOXIv9Hgr1wUHVBb7VOKSWN70YL3FbHqEjJ0mDeKLJUeYsc0H2MqqUtFO9kbjhSDqXGR2Tm6Ff7+J9Ag==');
INSERT INTO entry VALUES(2,4,'register',0,0,5,replace('detente.example/register/v1\nexperiment 2e92295d36547e29ab2e79ec1ca28c07a5c8fd6f6ca27c87595db5e247255068\nagent inspectorate\nrole inspector\nkey sim/inspectorate/2e92295d36547e29+0dea36f1+AdruebJrhF8z9WCxSzGuvRr3gQLER+DIfggnBDDFabva\nidentity sim/inspectorate+065d9e44+AQTm7YZv8+d6aBxRNFPjby1QK0NvmbZ97me6upU1jHaF','\n',char(10)),'bm/4Q7vTETKOKddFExM9iUGj/nYfROLA3lzcga2Bhr9+HqmQ47Ts4NUQBuxc6DyOEPx8kqxSNuvHRHRhToPjCQ==');
INSERT INTO entry VALUES(2,5,'ratify',0,0,1,replace('detente.example/ratify/v1\nagent us\ntreaty k+1QEtRq6nEVrseaObK+b5T+O2GR+iX5C7b6G6aBrBU=','\n',char(10)),'tE3nQohLPsBpq5v69UZlXGWwETCpQfTdiUO5LXMdNv13ZqC9hLwt8MW5rDXHLnFoEWSUYkzpUz40ez7WV9o0Dw==');
INSERT INTO entry VALUES(2,6,'ratify',0,0,2,replace('detente.example/ratify/v1\nagent china\ntreaty k+1QEtRq6nEVrseaObK+b5T+O2GR+iX5C7b6G6aBrBU=','\n',char(10)),'agrI7ry7Rzjq60lWKO64gIW97ZMfGORqWRchRjMxGG/MR9IZl+1z1fqvAjBjkEGDxHJqABJY81HZD+LgC9MIBw==');
INSERT INTO entry VALUES(2,7,'epoch',0,0,1,replace('detente.example/epoch/v1\nagent us\nepoch 1\nfirst-run 1\nlast-run 6\ncommitments 6\nroot cPB+UxTyr663aIruP1c6TfEyE1lnbxTUpESKruMtItg=','\n',char(10)),'RT4j02EC8Ona9Vxw6AI0XXRNWn5AkLPVvqKO7alEVmbXxH9cx3k+iKDaSbpP1GUpKWD2o592h8zjhNy5rmHIDA==');
INSERT INTO entry VALUES(2,8,'epoch',0,0,2,replace('detente.example/epoch/v1\nagent china\nepoch 1\nfirst-run 1\nlast-run 6\ncommitments 6\nroot bT75B3MxNjUwe7UC1eFAeTnzCh8Pw6xZq/DhESzY+ew=','\n',char(10)),'WuBlv0IO+RTz81srYDLzx9OUmQeCO7RbM0Kpa+UaGNNYF8mH9GuJ3vXOmDUY6M7FYltQqjj8Rp1gxJ2bELnJDA==');
INSERT INTO entry VALUES(2,9,'outcome',0,0,4,replace('detente.example/outcome/v1\nreferee referee\nchunk 1\nfirst-run 1\nlast-run 6\ndigest CmnC9wsoIE6Yn4/fNsxZuRr2bJUvDkV9wQeqttipXQg=','\n',char(10)),'GtKBjkjv9RoH9USd34XXaU4fpP8g+tTv1lY+hcuZZI5Z+xe4dMroVUu3d7zeNmS0aSBGkUGdf5O3YXeh74TWAA==');
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
INSERT INTO checkpoint VALUES(1,1,1,4,67,'ec0ac75d7780596e2af4c173ed682054e01c91b90cfd6ac58f5838eb7586347e',replace('sim/log/392ad80e667b1b77\n67\nalwX/20Ew8nJCCJhOdW24/IwWmNH4KenVgWxLc/5fl0=\n\n— sim/log/392ad80e667b1b77 2+G9Cvh5vOYFGYuWUwyGlKw3lx1p81OcT6Sp4wV3DiuiNRuzc4UcL6XRoLSEx5gGsj+g4W3aLAVxTfOblhJrMCUClwY=\n','\n',char(10)));
INSERT INTO checkpoint VALUES(2,1,1,6,10,'0a69c2f70b28204e989f8fdf36cc59b91af66c952f0e457dc107aab6d8a95d08',replace('sim/log/2e92295d36547e29\n10\nqSE8CjeWevMxvTCLjMhkyPnVv2grjBCUspEpLPLdZqo=\n\n— sim/log/2e92295d36547e29 iPzVXCuY31jIqsoCFx/9yPfzoMu24kWi9U6oGSXjDwPkmWT9A8T14oo8l4VQR3s2N0+u8Pt8KkS+4Q1QJJiArRX2pgw=\n','\n',char(10)));
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
INSERT INTO sweep VALUES(1,'fa03ebaf106cdd12ed687220b2aeda1a210cf854e183c68f5a9158c6f9cba658','grid','grid','two-powers',replace('sweep: grid\nstatus: stylised\nscenario: two-powers\nset:\n  payoffs: prisoners-dilemma\n  rounds: 6\n  treaty: verified-halt\n  treaty.monitoring.common_mode: 0\naxes:\n  slip:\n    key: noise.slip\n    values: [0.1, 0.3]\n    steps: 11\n    log: no\n  rule:\n    key: strategies\n    values:\n      - comply\n      - [grim, deceiver]\n    steps: 11\n    log: no\nruns: 20\nerror:\n  of: pause_share\n  most: 100000\nengine: reference\nrecord: agents\nmeasure: pause_share\nseed: 5\n','\n',char(10)),replace('scenario: two-powers\ntitle: Two powers\nsummary: Two nations, one ahead and one behind, sign a treaty with counted inspections. Each would cheat if it could hardly be found out. The treaty runs for ten years and is prolonged once by five; then nothing binds them.\nsource: stylised after New START\nstatus: stylised\nagents:\n  us:\n    agent: us\n    title: United States\n    summary: Host of most frontier labs and of most of the computing power.\n    source: Epoch AI 2025; AI Index 2025\n    status: stylised\n    facts:\n      - About 75% of AI-supercomputer performance, May 2025; the data set covers 10 to 20% of all (sourced, Epoch)\n      - "Private AI investment 2024: 109.1 billion dollars (sourced, AI Index 2025)"\n    kind: nation\n    weight: 75\n    role: leader\n    joins: 1\n    strategy:\n      strategy: deceiver\n      title: Deceiver\n      summary: Sign, declare that I pause, and race whenever verification would find fewer than three breaches in ten. Comply where it would find more. Race where no treaty binds me.\n      source: stylised after the party that a treaty without verification invites\n      status: stylised\n      declares: pause\n      start:\n        - {when: in_force and party and detection >= 0.3, to: comply}\n        - {to: cheat}\n      states:\n        comply:\n          play: pause\n          withdraw: no\n          next:\n            - {when: in_force and party and detection >= 0.3, to: comply}\n            - {to: cheat}\n        cheat:\n          play: race\n          withdraw: no\n          next:\n            - {when: in_force and party and detection >= 0.3, to: comply}\n            - {to: cheat}\n  china:\n    agent: china\n    title: China\n    summary: Second in computing power, behind and catching up.\n    source: Epoch AI 2025; AI Index 2025\n    status: stylised\n    facts:\n      - About 15% of AI-supercomputer performance, May 2025; the data set covers 10 to 20% of all (sourced, Epoch)\n      - "Private AI investment 2024: 9.3 billion dollars (sourced, AI Index 2025)"\n    kind: nation\n    weight: 15\n    role: laggard\n    joins: 1\n    strategy:\n      strategy: deceiver\n      title: Deceiver\n      summary: Sign, declare that I pause, and race whenever verification would find fewer than three breaches in ten. Comply where it would find more. Race where no treaty binds me.\n      source: stylised after the party that a treaty without verification invites\n      status: stylised\n      declares: pause\n      start:\n        - {when: in_force and party and detection >= 0.3, to: comply}\n        - {to: cheat}\n      states:\n        comply:\n          play: pause\n          withdraw: no\n          next:\n            - {when: in_force and party and detection >= 0.3, to: comply}\n            - {to: cheat}\n        cheat:\n          play: race\n          withdraw: no\n          next:\n            - {when: in_force and party and detection >= 0.3, to: comply}\n            - {to: cheat}\npayoffs:\n  payoffs: prisoners-dilemma\n  title: Prisoner''s dilemma\n  summary: Racing pays whatever the other does, and both racing is worse for both than both pausing.\n  source: Axelrod 1984\n  status: sourced\n  form: matrix\n  pairs: all\n  weighted: no\n  matrix:\n    reward: 3\n    sucker: 0\n    temptation: 5\n    punishment: 1\n  dsair:\n    benefit: 4\n    cost: 1\n    prize: 10000\n    rounds: 100\n    speed: 1.5\n    found_out: 0\n    disaster: 0.6\ntreaty:\n  treaty: verified-halt\n  title: Verified, simultaneous halt\n  summary: All pause together, or nobody is bound. Five channels watch. A first finding is fined, a second suspends the halt for three months, a fifth for six, and an eighth forfeits the deposit and expels, which ends the halt for all. A year without a finding takes one away.\n  source: standard elements of arms control, put together\n  status: stylised\n  parties: [all]\n  obligation:\n    text: Every party pauses, and admits the five channels of verification.\n    grace: 0\n  entry:\n    parties: 0\n    weight: 0\n    delay: 2\n  monitoring:\n    common_mode: 0\n    cost: 0.02\n    accusers: 0\n    channels:\n      on-chip-attestation:\n        about: signed reports of what the chips do\n        miss: 0.05\n        false_alarm: 0.001\n        coverage: 0.8\n        cost: 0.05\n        visibility: public\n        common: yes\n      transcript-reexecution:\n        about: samples of declared runs, computed again\n        sample:\n          items: 50\n          hidden: 5\n          inspected: 5\n          detect: 0.9\n          false_alarm: 0\n        coverage: 0.8\n        cost: 0.03\n        visibility: public\n        common: yes\n      off-chip-telemetry:\n        about: power and network, a threshold test\n        measure:\n          separation: 3\n          false_alarm: 0.002\n        coverage: 1\n        cost: 0.02\n        visibility: public\n        common: no\n      challenge-inspection:\n        about: on accusation; refusal is seen\n        miss: 0.2\n        false_alarm: 0.01\n        coverage: 0.5\n        cost: 0.02\n        visibility: public\n        common: no\n      whistleblowers:\n        about: staff who report a run that should not be\n        tips:\n          staff: 200\n          chance: 0.002\n          false_alarm: 0.002\n        coverage: 1\n        cost: 0\n        visibility: public\n        common: no\n  response:\n    ladder:\n      - strikes: 1\n        chance: 1\n        fine: 1\n        bond: 0\n        suspend: 0\n        expel: no\n        end: no\n      - strikes: 2\n        chance: 1\n        fine: 2\n        bond: 0\n        suspend: 3\n        expel: no\n        end: no\n      - strikes: 5\n        chance: 1\n        fine: 4\n        bond: 0\n        suspend: 6\n        expel: no\n        end: no\n      - strikes: 8\n        chance: 1\n        fine: 0\n        bond: 1\n        suspend: 0\n        expel: yes\n        end: no\n    forgive_after: 12\n    forgive_chance: 0\n    shared: no\n  bond: 10\n  tariff: 0\n  withdrawal:\n    allowed: yes\n    notice: 6\n  duration:\n    rounds: 0\n    renewals: 0\n    renewal_rounds: 0\n    renewal_chance: 1\n    lapses: yes\nnoise:\n  slip: 0.01\n  public:\n    miss: 0\n    false_alarm: 0\n  private:\n    miss: 0\n    false_alarm: 0\nenforcement: 0\nrounds: 6\ncontinuation: 1\nruns: 100\n','\n',char(10)),'5','xoshiro256++ by (seed, experiment, run, purpose)','reference','detente sweep grid.yaml --seed 5','0.1.0',1,'gsl 2.7.1, sqlite 3.40.1, libsodium 1.0.18',20,4,'2026-06-01T12:00:00Z','2026-06-01T12:00:00Z');
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
INSERT INTO cell VALUES(1,1,'2630ab528aeabf36f721a4cea142b499aa98f9dab4d085298231e4d2ba66cea3','a640cbdbf0ba302e69fddf92a38955c56437c3011dc0f35e491049a143bc4926','reference',0,20,0.68333333333333334813,0.023878346647045963629,0.60833333333333328152,0.032612827096528601567,2.3078333333333329591,0.057637846464187389439,0.65833333333333332593,0.0083333333333333332176,1.0,3.0,0.0,0.0,0.25,4.2000000000000001776,6.0,0.34999999999999997779,0.34999999999999997779,0.10000000000000000555,0.0,-0.5);
INSERT INTO cell VALUES(1,2,'379054d4ab21fab81226aadcfe87a392e68a6a8f10c4f34632ea8345105b3eac','21fa8d9e7fede39647e18f29922af3027fba9c8f87a44f80f7f701a332f72f9e','reference',0,20,0.30416666666666669627,0.022841783556092808138,0.041666666666666664353,0.016556654463313048158,1.5581666666666664777,0.053738306221498575998,0.35833333333333333703,0.30833333333333334813,1.0,3.0,0.0,0.0,1.0,3.0,6.0,2.1999999999999997335,2.1499999999999999111,0.0,0.050000000000000002775,-3.1499999999999999111);
INSERT INTO cell VALUES(1,3,'03cebaeefb6d910091ff14ac493e5dd5fc1eb73ee8fa7a2413fe18774bc79cef','aadc749312e35b9ed550b6ff1975e2f81c26d8a36410ca3de2c1e3fdb7f0bc7f','reference',0,20,0.5625,0.026952280767988657378,0.31666666666666665186,0.041710503256030651009,2.0618333333333329626,0.073005036676361975689,0.59999999999999997779,0.066666666666666665741,1.0,3.0,0.0,0.0,0.94999999999999995559,3.6315789473684212396,6.0,2.1000000000000000888,2.0499999999999998223,0.0,0.050000000000000002775,-2.7000000000000001776);
INSERT INTO cell VALUES(1,4,'61969b451c890d391e0e1af9e14909f95400fc4f404c0b00880f35744b999fd6','adbb729d834b506af6a112a9214022dc94535d983b193516da0cc8f87052a870','reference',0,20,0.47083333333333332593,0.036910572345565072216,0.19166666666666665186,0.040600391782167538634,1.8573333333333330585,0.08098140715061429018,0.48333333333333333703,0.18333333333333332038,1.0,3.0,0.0,0.0,1.0,3.4500000000000001776,6.0,2.7000000000000001776,2.6000000000000000888,0.0,0.10000000000000000555,-3.5499999999999998223);
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
INSERT INTO cell_outcome VALUES(1,1,1,'us','comply',0.69999999999999995559,0.022941573387056175131,2.2328333333333332255,0.093947937243351417602,0.65833333333333332593,0.14999999999999999444,0.14999999999999999444,0.050000000000000002775,0.0,0.0,0.5500000000000000444,0.0,-0.2000000000000000111,-0.55300000000000026911,0.0);
INSERT INTO cell_outcome VALUES(1,1,2,'china','comply',0.66666666666666662965,0.031990495664579766954,2.3828333333333331367,0.075534460204350242773,0.65833333333333332593,0.2000000000000000111,0.2000000000000000111,0.050000000000000002775,0.0,0.0,0.4500000000000000111,0.0,-0.29999999999999998889,-0.55300000000000026911,0.0);
INSERT INTO cell_outcome VALUES(1,2,1,'us','grim',0.24166666666666666851,0.030767473521571202937,1.6331666666666664333,0.050272052273266927546,0.35833333333333333703,2.0499999999999998223,2.0,0.0,0.050000000000000002775,0.0,0.5,0.0,-3.0,-0.30100000000000015631,0.0);
INSERT INTO cell_outcome VALUES(1,2,2,'china','deceiver',0.36666666666666664076,0.019496588395520059872,1.4831666666666665221,0.099830697326298248328,0.35833333333333333703,0.14999999999999999444,0.14999999999999999444,0.0,0.0,0.14999999999999999444,0.34999999999999997779,0.0,-0.14999999999999999444,-0.30100000000000015631,0.0);
INSERT INTO cell_outcome VALUES(1,3,1,'us','comply',0.58333333333333325931,0.035251809293701967529,1.9659999999999997477,0.12397570975068918086,0.59999999999999997779,1.0500000000000000444,1.0,0.0,0.050000000000000002775,0.0,2.0,0.0,-1.3000000000000000444,-0.50400000000000022559,0.0);
INSERT INTO cell_outcome VALUES(1,3,2,'china','comply',0.54166666666666662965,0.036021030244609071602,2.1576666666666661775,0.11142198907362409199,0.59999999999999997779,1.0500000000000000444,1.0500000000000000444,0.0,0.0,0.0,1.75,0.0,-1.3999999999999999111,-0.50400000000000022559,0.0);
INSERT INTO cell_outcome VALUES(1,4,1,'us','grim',0.43333333333333334813,0.032891812735531010536,1.9073333333333331029,0.17603189503659677495,0.48333333333333333703,1.8000000000000000444,1.8000000000000000444,0.0,0.0,0.0,2.0,0.0,-2.6000000000000000888,-0.40600000000000002753,0.0);
INSERT INTO cell_outcome VALUES(1,4,2,'china','deceiver',0.50833333333333330372,0.056032311062822803826,1.8073333333333332362,0.10468599665063536841,0.48333333333333333703,0.9000000000000000222,0.8000000000000000444,0.0,0.10000000000000000555,0.9000000000000000222,1.9499999999999999555,0.0,-0.94999999999999995559,-0.40600000000000002753,0.0);
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
