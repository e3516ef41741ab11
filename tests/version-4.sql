-- A database as détente 0.2.0 wrote it before version 5 of the tables, but for the
-- texts of its named queries: three runs of two-powers under verified-halt, grim
-- against deceiver, with rounds and full evidence; two negotiations of noisy-pair.
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
INSERT INTO experiment VALUES(1,'913af288d27c4be75f75b156518326bf49f731f39f9867dd33b830b8018e218e','two-powers','Two powers','verified-halt','asymmetric-race',replace('scenario: two-powers\ntitle: Two powers\nsummary: Two nations, one ahead and one behind, sign a treaty with counted inspections. Each would cheat if it could hardly be found out. The treaty runs for ten years and is prolonged once by five; then nothing binds them.\nsource: stylised after New START\nstatus: stylised\nagents:\n  us:\n    agent: us\n    title: United States\n    summary: Host of most frontier labs and of most of the computing power.\n    source: Epoch AI 2025; AI Index 2025\n    status: stylised\n    facts:\n      - About 75% of AI-supercomputer performance, May 2025; the data set covers 10 to 20% of all (sourced, Epoch)\n      - "Private AI investment 2024: 109.1 billion dollars (sourced, AI Index 2025)"\n    kind: nation\n    weight: 75\n    role: leader\n    joins: 1\n    strategy:\n      strategy: grim\n      title: Grim trigger\n      summary: Pause until the first alarm, race ever after.\n      source: Friedman 1971\n      status: sourced\n      declares: executed\n      start: trust\n      states:\n        trust:\n          play: pause\n          withdraw: no\n          next:\n            - {when: alarms >= 1, to: war}\n            - {to: trust}\n        war:\n          play: race\n          withdraw: no\n          next:\n            - {to: war}\n  china:\n    agent: china\n    title: China\n    summary: Second in computing power, behind and catching up.\n    source: Epoch AI 2025; AI Index 2025\n    status: stylised\n    facts:\n      - About 15% of AI-supercomputer performance, May 2025; the data set covers 10 to 20% of all (sourced, Epoch)\n      - "Private AI investment 2024: 9.3 billion dollars (sourced, AI Index 2025)"\n    kind: nation\n    weight: 15\n    role: laggard\n    joins: 1\n    strategy:\n      strategy: deceiver\n      title: Deceiver\n      summary: Sign, declare that I pause, and race whenever verification would find fewer than three breaches in ten. Comply where it would find more. Race where no treaty binds me.\n      source: stylised after the party that a treaty without verification invites\n      status: stylised\n      declares: pause\n      start:\n        - {when: in_force and party and detection >= 0.3, to: comply}\n        - {to: cheat}\n      states:\n        comply:\n          play: pause\n          withdraw: no\n          next:\n            - {when: in_force and party and detection >= 0.3, to: comply}\n            - {to: cheat}\n        cheat:\n          play: race\n          withdraw: no\n          next:\n            - {when: in_force and party and detection >= 0.3, to: comply}\n            - {to: cheat}\npayoffs:\n  payoffs: asymmetric-race\n  title: Leader and laggard\n  summary: The leader keeps its lead if both pause and gains little by racing. The laggard gains much by racing and little by a halt that freezes its place.\n  source: stylised\n  status: stylised\n  form: matrix\n  pairs: all\n  weighted: no\n  matrix:\n    reward: 3\n    sucker: 0\n    temptation: 5\n    punishment: 1\n  roles:\n    leader:\n      reward: 4\n      sucker: 1\n      temptation: 5\n      punishment: 2\n    laggard:\n      reward: 2\n      sucker: 0\n      temptation: 5\n      punishment: 1\n  dsair:\n    benefit: 4\n    cost: 1\n    prize: 10000\n    rounds: 100\n    speed: 1.5\n    found_out: 0\n    disaster: 0.6\ntreaty:\n  treaty: verified-halt\n  title: Verified, simultaneous halt\n  summary: All pause together, or nobody is bound. Five channels watch. A first finding is fined, a second suspends the halt for three months, a fifth for six, and an eighth forfeits the deposit and expels, which ends the halt for all. A year without a finding takes one away.\n  source: standard elements of arms control, put together\n  status: stylised\n  parties: [all]\n  obligation:\n    text: Every party pauses, and admits the five channels of verification.\n    grace: 0\n  entry:\n    parties: 0\n    weight: 0\n    delay: 2\n  monitoring:\n    false_alarm: 0.2\n    common_mode: 0\n    cost: 0.02\n    accusers: 0\n    channels:\n      on-chip-attestation:\n        about: signed reports of what the chips do\n        miss: 0.05\n        false_alarm: 0.001\n        coverage: 0.8\n        cost: 0.05\n        visibility: public\n        common: yes\n      transcript-reexecution:\n        about: samples of declared runs, computed again\n        sample:\n          items: 50\n          hidden: 5\n          inspected: 5\n          detect: 0.9\n          false_alarm: 0\n        coverage: 0.8\n        cost: 0.03\n        visibility: public\n        common: yes\n      off-chip-telemetry:\n        about: power and network, a threshold test\n        measure:\n          separation: 3\n          false_alarm: 0.002\n        coverage: 1\n        cost: 0.02\n        visibility: public\n        common: no\n      challenge-inspection:\n        about: on accusation; refusal is seen\n        miss: 0.2\n        false_alarm: 0.01\n        coverage: 0.5\n        cost: 0.02\n        visibility: public\n        common: no\n      whistleblowers:\n        about: staff who report a run that should not be\n        tips:\n          staff: 200\n          chance: 0.002\n          false_alarm: 0.002\n        coverage: 1\n        cost: 0\n        visibility: public\n        common: no\n  response:\n    ladder:\n      - strikes: 1\n        chance: 1\n        fine: 1\n        bond: 0\n        suspend: 0\n        expel: no\n        end: no\n      - strikes: 2\n        chance: 1\n        fine: 2\n        bond: 0\n        suspend: 3\n        expel: no\n        end: no\n      - strikes: 5\n        chance: 1\n        fine: 4\n        bond: 0\n        suspend: 6\n        expel: no\n        end: no\n      - strikes: 8\n        chance: 1\n        fine: 0\n        bond: 1\n        suspend: 0\n        expel: yes\n        end: no\n    forgive_after: 12\n    forgive_chance: 0\n    shared: no\n  bond: 10\n  tariff: 0\n  withdrawal:\n    allowed: yes\n    notice: 6\n  duration:\n    rounds: 0\n    renewals: 0\n    renewal_rounds: 0\n    renewal_chance: 1\n    lapses: yes\nnoise:\n  slip: 0.3\n  public:\n    miss: 0\n    false_alarm: 0\n  private:\n    miss: 0\n    false_alarm: 0\nenforcement: 0\nrounds: 4\ncontinuation: 1\n','\n',char(10)),'74b28e655cc4062e8533947b78599ee15df1340ed3258ef228e448d795a260e6','5','xoshiro256++ by (seed, experiment, run, purpose)','reference','rounds','full','detente run two-powers --treaty verified-halt --strategies grim,deceiver --set rounds=4 --set treaty.monitoring.false_alarm=0.2 --set treaty.monitoring.common_mode=0 --set noise.slip=0.3 --detail rounds --evidence full --engine reference --runs 3 --seed 5','0.2.0+218a14c37b',1,'gsl 2.7.1, sqlite 3.40.1, libsodium 1.0.18',3,3,'2026-09-21T14:13:20Z','2026-09-21T14:13:20Z');
INSERT INTO experiment VALUES(2,'649b31e9db99661629ae18b9a4c71434b835cec1159cf046ac55c465f3d800e4','noisy-pair','One text, ratified by each at home','vetoes','noisy-prisoners-dilemma',replace('menu: vetoes\ntitle: One text, ratified by each at home\nsummary: A pause that is watched without error and ends for good with the first breach. Each parliament may say no.\nsource: hypotheses H2 and H7\nstatus: stylised\nbase: grim\nclauses:\n  miss:\n    key: monitoring.miss\n    values: ["0"]\n  false-alarm:\n    key: monitoring.false_alarm\n    values: ["0"]\nnegotiator:\n  negotiator: plain\n  status: stylised\n  aspiration: time\n  start: 0\n  finish: 0\n  exponent: 1\n  offer: own\n  accept: gain\n  pledge: conditional\n  least: 0\n  leaves: 0\nothers:\n  cost_low: 0\n  cost_high: 0\n  sincerity: 0\n  domestic:\n    parliament:\n      weight: 1\n      ideal: 1\n  threshold: 0.5\nprotocol: pledges\ndeadline: 3\nbreakdown: 0\norder: fixed\nratification: logit\nwidth: 0.169811635947554\n# text 390ab69139f97ef2f092f74960e5b5d3233a5d6e9321b484eae7a7cb60b84a87\n','\n',char(10)),'1c92bcf0946d03c83e065063e03cad81fe1a030ceaa7e84428b848481ec2e5d3','5','xoshiro256++ by (seed, experiment, run, purpose)','talks','rounds','full','detente negotiate noisy-pair --menu vetoes --evidence full --runs 2 --seed 5','0.2.0+218a14c37b',2,'gsl 2.7.1, sqlite 3.40.1, libsodium 1.0.18',2,2,'2026-09-21T14:13:20Z','2026-09-21T14:13:20Z');
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
INSERT INTO agent VALUES(1,1,'us','United States','nation','','grim','stylised',75.0,1);
INSERT INTO agent VALUES(1,2,'china','China','nation','','deceiver','stylised',15.0,1);
INSERT INTO agent VALUES(2,1,'a','a','lab','','plain','stylised',1.0,1);
INSERT INTO agent VALUES(2,2,'b','b','lab','','plain','stylised',1.0,1);
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
INSERT INTO setting VALUES(1,'agents.china.agent','china','');
INSERT INTO setting VALUES(1,'agents.china.joins','1','round');
INSERT INTO setting VALUES(1,'agents.china.kind','nation','');
INSERT INTO setting VALUES(1,'agents.china.role','laggard','');
INSERT INTO setting VALUES(1,'agents.china.strategy','deceiver','');
INSERT INTO setting VALUES(1,'agents.china.strategy.declares','pause','');
INSERT INTO setting VALUES(1,'agents.china.strategy.start.1.to','comply','');
INSERT INTO setting VALUES(1,'agents.china.strategy.start.1.when','in_force and party and detection >= 0.3','');
INSERT INTO setting VALUES(1,'agents.china.strategy.start.2.to','cheat','');
INSERT INTO setting VALUES(1,'agents.china.strategy.states.cheat.next.1.to','comply','');
INSERT INTO setting VALUES(1,'agents.china.strategy.states.cheat.next.1.when','in_force and party and detection >= 0.3','');
INSERT INTO setting VALUES(1,'agents.china.strategy.states.cheat.next.2.to','cheat','');
INSERT INTO setting VALUES(1,'agents.china.strategy.states.cheat.play','race','');
INSERT INTO setting VALUES(1,'agents.china.strategy.states.cheat.withdraw','no','');
INSERT INTO setting VALUES(1,'agents.china.strategy.states.comply.next.1.to','comply','');
INSERT INTO setting VALUES(1,'agents.china.strategy.states.comply.next.1.when','in_force and party and detection >= 0.3','');
INSERT INTO setting VALUES(1,'agents.china.strategy.states.comply.next.2.to','cheat','');
INSERT INTO setting VALUES(1,'agents.china.strategy.states.comply.play','pause','');
INSERT INTO setting VALUES(1,'agents.china.strategy.states.comply.withdraw','no','');
INSERT INTO setting VALUES(1,'agents.china.weight','15','');
INSERT INTO setting VALUES(1,'agents.us.agent','us','');
INSERT INTO setting VALUES(1,'agents.us.joins','1','round');
INSERT INTO setting VALUES(1,'agents.us.kind','nation','');
INSERT INTO setting VALUES(1,'agents.us.role','leader','');
INSERT INTO setting VALUES(1,'agents.us.strategy','grim','');
INSERT INTO setting VALUES(1,'agents.us.strategy.declares','executed','');
INSERT INTO setting VALUES(1,'agents.us.strategy.start','trust','');
INSERT INTO setting VALUES(1,'agents.us.strategy.states.trust.next.1.to','war','');
INSERT INTO setting VALUES(1,'agents.us.strategy.states.trust.next.1.when','alarms >= 1','');
INSERT INTO setting VALUES(1,'agents.us.strategy.states.trust.next.2.to','trust','');
INSERT INTO setting VALUES(1,'agents.us.strategy.states.trust.play','pause','');
INSERT INTO setting VALUES(1,'agents.us.strategy.states.trust.withdraw','no','');
INSERT INTO setting VALUES(1,'agents.us.strategy.states.war.next.1.to','war','');
INSERT INTO setting VALUES(1,'agents.us.strategy.states.war.play','race','');
INSERT INTO setting VALUES(1,'agents.us.strategy.states.war.withdraw','no','');
INSERT INTO setting VALUES(1,'agents.us.weight','75','');
INSERT INTO setting VALUES(1,'continuation','1','chance');
INSERT INTO setting VALUES(1,'enforcement','0','chance');
INSERT INTO setting VALUES(1,'noise.private.false_alarm','0','chance');
INSERT INTO setting VALUES(1,'noise.private.miss','0','chance');
INSERT INTO setting VALUES(1,'noise.public.false_alarm','0','chance');
INSERT INTO setting VALUES(1,'noise.public.miss','0','chance');
INSERT INTO setting VALUES(1,'noise.slip','0.3','chance');
INSERT INTO setting VALUES(1,'payoffs','asymmetric-race','');
INSERT INTO setting VALUES(1,'payoffs.dsair.benefit','4','payoff a round');
INSERT INTO setting VALUES(1,'payoffs.dsair.cost','1','payoff a round');
INSERT INTO setting VALUES(1,'payoffs.dsair.disaster','0.6','chance');
INSERT INTO setting VALUES(1,'payoffs.dsair.found_out','0','chance');
INSERT INTO setting VALUES(1,'payoffs.dsair.prize','10000','payoff');
INSERT INTO setting VALUES(1,'payoffs.dsair.rounds','100','rounds');
INSERT INTO setting VALUES(1,'payoffs.dsair.speed','1.5','');
INSERT INTO setting VALUES(1,'payoffs.form','matrix','');
INSERT INTO setting VALUES(1,'payoffs.matrix.punishment','1','payoff a round');
INSERT INTO setting VALUES(1,'payoffs.matrix.reward','3','payoff a round');
INSERT INTO setting VALUES(1,'payoffs.matrix.sucker','0','payoff a round');
INSERT INTO setting VALUES(1,'payoffs.matrix.temptation','5','payoff a round');
INSERT INTO setting VALUES(1,'payoffs.pairs','all','');
INSERT INTO setting VALUES(1,'payoffs.roles.laggard.punishment','1','payoff a round');
INSERT INTO setting VALUES(1,'payoffs.roles.laggard.reward','2','payoff a round');
INSERT INTO setting VALUES(1,'payoffs.roles.laggard.sucker','0','payoff a round');
INSERT INTO setting VALUES(1,'payoffs.roles.laggard.temptation','5','payoff a round');
INSERT INTO setting VALUES(1,'payoffs.roles.leader.punishment','2','payoff a round');
INSERT INTO setting VALUES(1,'payoffs.roles.leader.reward','4','payoff a round');
INSERT INTO setting VALUES(1,'payoffs.roles.leader.sucker','1','payoff a round');
INSERT INTO setting VALUES(1,'payoffs.roles.leader.temptation','5','payoff a round');
INSERT INTO setting VALUES(1,'payoffs.weighted','no','');
INSERT INTO setting VALUES(1,'rounds','4','rounds');
INSERT INTO setting VALUES(1,'scenario','two-powers','');
INSERT INTO setting VALUES(1,'treaty','verified-halt','');
INSERT INTO setting VALUES(1,'treaty.bond','10','payoff');
INSERT INTO setting VALUES(1,'treaty.duration.lapses','yes','');
INSERT INTO setting VALUES(1,'treaty.duration.renewal_chance','1','chance');
INSERT INTO setting VALUES(1,'treaty.duration.renewal_rounds','0','rounds');
INSERT INTO setting VALUES(1,'treaty.duration.renewals','0','');
INSERT INTO setting VALUES(1,'treaty.duration.rounds','0','rounds');
INSERT INTO setting VALUES(1,'treaty.entry.delay','2','rounds');
INSERT INTO setting VALUES(1,'treaty.entry.parties','0','agents');
INSERT INTO setting VALUES(1,'treaty.entry.weight','0','share');
INSERT INTO setting VALUES(1,'treaty.monitoring.accusers','0','parties');
INSERT INTO setting VALUES(1,'treaty.monitoring.channels.challenge-inspection.common','no','');
INSERT INTO setting VALUES(1,'treaty.monitoring.channels.challenge-inspection.cost','0.02','payoff a party and round');
INSERT INTO setting VALUES(1,'treaty.monitoring.channels.challenge-inspection.coverage','0.5','chance');
INSERT INTO setting VALUES(1,'treaty.monitoring.channels.challenge-inspection.false_alarm','0.01','chance');
INSERT INTO setting VALUES(1,'treaty.monitoring.channels.challenge-inspection.miss','0.2','chance');
INSERT INTO setting VALUES(1,'treaty.monitoring.channels.challenge-inspection.visibility','public','');
INSERT INTO setting VALUES(1,'treaty.monitoring.channels.off-chip-telemetry.common','no','');
INSERT INTO setting VALUES(1,'treaty.monitoring.channels.off-chip-telemetry.cost','0.02','payoff a party and round');
INSERT INTO setting VALUES(1,'treaty.monitoring.channels.off-chip-telemetry.coverage','1','chance');
INSERT INTO setting VALUES(1,'treaty.monitoring.channels.off-chip-telemetry.measure.false_alarm','0.002','chance');
INSERT INTO setting VALUES(1,'treaty.monitoring.channels.off-chip-telemetry.measure.separation','3','standard deviations');
INSERT INTO setting VALUES(1,'treaty.monitoring.channels.off-chip-telemetry.visibility','public','');
INSERT INTO setting VALUES(1,'treaty.monitoring.channels.on-chip-attestation.common','yes','');
INSERT INTO setting VALUES(1,'treaty.monitoring.channels.on-chip-attestation.cost','0.05','payoff a party and round');
INSERT INTO setting VALUES(1,'treaty.monitoring.channels.on-chip-attestation.coverage','0.8','chance');
INSERT INTO setting VALUES(1,'treaty.monitoring.channels.on-chip-attestation.false_alarm','0.001','chance');
INSERT INTO setting VALUES(1,'treaty.monitoring.channels.on-chip-attestation.miss','0.05','chance');
INSERT INTO setting VALUES(1,'treaty.monitoring.channels.on-chip-attestation.visibility','public','');
INSERT INTO setting VALUES(1,'treaty.monitoring.channels.transcript-reexecution.common','yes','');
INSERT INTO setting VALUES(1,'treaty.monitoring.channels.transcript-reexecution.cost','0.03','payoff a party and round');
INSERT INTO setting VALUES(1,'treaty.monitoring.channels.transcript-reexecution.coverage','0.8','chance');
INSERT INTO setting VALUES(1,'treaty.monitoring.channels.transcript-reexecution.sample.detect','0.9','chance');
INSERT INTO setting VALUES(1,'treaty.monitoring.channels.transcript-reexecution.sample.false_alarm','0','chance');
INSERT INTO setting VALUES(1,'treaty.monitoring.channels.transcript-reexecution.sample.hidden','5','');
INSERT INTO setting VALUES(1,'treaty.monitoring.channels.transcript-reexecution.sample.inspected','5','');
INSERT INTO setting VALUES(1,'treaty.monitoring.channels.transcript-reexecution.sample.items','50','');
INSERT INTO setting VALUES(1,'treaty.monitoring.channels.transcript-reexecution.visibility','public','');
INSERT INTO setting VALUES(1,'treaty.monitoring.channels.whistleblowers.common','no','');
INSERT INTO setting VALUES(1,'treaty.monitoring.channels.whistleblowers.cost','0','payoff a party and round');
INSERT INTO setting VALUES(1,'treaty.monitoring.channels.whistleblowers.coverage','1','chance');
INSERT INTO setting VALUES(1,'treaty.monitoring.channels.whistleblowers.tips.chance','0.002','chance');
INSERT INTO setting VALUES(1,'treaty.monitoring.channels.whistleblowers.tips.false_alarm','0.002','chance');
INSERT INTO setting VALUES(1,'treaty.monitoring.channels.whistleblowers.tips.staff','200','people');
INSERT INTO setting VALUES(1,'treaty.monitoring.channels.whistleblowers.visibility','public','');
INSERT INTO setting VALUES(1,'treaty.monitoring.common_mode','0','chance');
INSERT INTO setting VALUES(1,'treaty.monitoring.cost','0.02','payoff a party and round');
INSERT INTO setting VALUES(1,'treaty.monitoring.false_alarm','0.2','chance');
INSERT INTO setting VALUES(1,'treaty.obligation.grace','0','rounds');
INSERT INTO setting VALUES(1,'treaty.parties','[all]','');
INSERT INTO setting VALUES(1,'treaty.response.forgive_after','12','rounds');
INSERT INTO setting VALUES(1,'treaty.response.forgive_chance','0','chance');
INSERT INTO setting VALUES(1,'treaty.response.ladder.1.bond','0','share');
INSERT INTO setting VALUES(1,'treaty.response.ladder.1.chance','1','chance');
INSERT INTO setting VALUES(1,'treaty.response.ladder.1.end','no','');
INSERT INTO setting VALUES(1,'treaty.response.ladder.1.expel','no','');
INSERT INTO setting VALUES(1,'treaty.response.ladder.1.fine','1','payoff');
INSERT INTO setting VALUES(1,'treaty.response.ladder.1.strikes','1','strikes');
INSERT INTO setting VALUES(1,'treaty.response.ladder.1.suspend','0','rounds');
INSERT INTO setting VALUES(1,'treaty.response.ladder.2.bond','0','share');
INSERT INTO setting VALUES(1,'treaty.response.ladder.2.chance','1','chance');
INSERT INTO setting VALUES(1,'treaty.response.ladder.2.end','no','');
INSERT INTO setting VALUES(1,'treaty.response.ladder.2.expel','no','');
INSERT INTO setting VALUES(1,'treaty.response.ladder.2.fine','2','payoff');
INSERT INTO setting VALUES(1,'treaty.response.ladder.2.strikes','2','strikes');
INSERT INTO setting VALUES(1,'treaty.response.ladder.2.suspend','3','rounds');
INSERT INTO setting VALUES(1,'treaty.response.ladder.3.bond','0','share');
INSERT INTO setting VALUES(1,'treaty.response.ladder.3.chance','1','chance');
INSERT INTO setting VALUES(1,'treaty.response.ladder.3.end','no','');
INSERT INTO setting VALUES(1,'treaty.response.ladder.3.expel','no','');
INSERT INTO setting VALUES(1,'treaty.response.ladder.3.fine','4','payoff');
INSERT INTO setting VALUES(1,'treaty.response.ladder.3.strikes','5','strikes');
INSERT INTO setting VALUES(1,'treaty.response.ladder.3.suspend','6','rounds');
INSERT INTO setting VALUES(1,'treaty.response.ladder.4.bond','1','share');
INSERT INTO setting VALUES(1,'treaty.response.ladder.4.chance','1','chance');
INSERT INTO setting VALUES(1,'treaty.response.ladder.4.end','no','');
INSERT INTO setting VALUES(1,'treaty.response.ladder.4.expel','yes','');
INSERT INTO setting VALUES(1,'treaty.response.ladder.4.fine','0','payoff');
INSERT INTO setting VALUES(1,'treaty.response.ladder.4.strikes','8','strikes');
INSERT INTO setting VALUES(1,'treaty.response.ladder.4.suspend','0','rounds');
INSERT INTO setting VALUES(1,'treaty.response.shared','no','');
INSERT INTO setting VALUES(1,'treaty.tariff','0','payoff a round');
INSERT INTO setting VALUES(1,'treaty.withdrawal.allowed','yes','');
INSERT INTO setting VALUES(1,'treaty.withdrawal.notice','6','rounds');
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
INSERT INTO run VALUES(1,1,4,0,2,0,3,NULL,'none',3);
INSERT INTO run VALUES(1,2,4,0,2,0,3,NULL,'none',3);
INSERT INTO run VALUES(1,3,4,0,2,0,3,NULL,'none',3);
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
INSERT INTO outcome VALUES(1,1,1,1,2,2,0,1,1,1,0,0,6.7199999999999997513,3.0,0.28000000000000002664,0.0,2);
INSERT INTO outcome VALUES(1,1,2,1,2,1,0,1,1,1,0,1,3.7199999999999993072,3.0,0.28000000000000002664,0.0,2);
INSERT INTO outcome VALUES(1,2,1,0,2,1,0,2,2,0,0,0,10.719999999999998863,3.0,0.28000000000000002664,0.0,2);
INSERT INTO outcome VALUES(1,2,2,2,2,2,0,1,1,1,0,1,-1.2800000000000002486,3.0,0.28000000000000002664,0.0,2);
INSERT INTO outcome VALUES(1,3,1,1,2,0,0,2,2,0,0,0,6.7199999999999997513,3.0,0.28000000000000002664,0.0,2);
INSERT INTO outcome VALUES(1,3,2,1,2,1,0,1,1,0,0,1,5.7200000000000006394,1.0,0.28000000000000002664,0.0,2);
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
INSERT INTO round VALUES(1,2,1,'open');
INSERT INTO round VALUES(1,2,2,'open');
INSERT INTO round VALUES(1,2,3,'in force');
INSERT INTO round VALUES(1,2,4,'in force');
INSERT INTO round VALUES(1,3,1,'open');
INSERT INTO round VALUES(1,3,2,'open');
INSERT INTO round VALUES(1,3,3,'in force');
INSERT INTO round VALUES(1,3,4,'in force');
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
INSERT INTO move_code VALUES(1,1,1,1,22,1,2.0,0.0);
INSERT INTO move_code VALUES(1,1,1,2,19,1,1.0,0.0);
INSERT INTO move_code VALUES(1,1,2,1,23,1,2.0,0.0);
INSERT INTO move_code VALUES(1,1,2,2,19,1,1.0,0.0);
INSERT INTO move_code VALUES(1,1,3,1,217,1,-0.14000000000000001332,1.0);
INSERT INTO move_code VALUES(1,1,3,2,218,1,3.8599999999999998756,1.0);
INSERT INTO move_code VALUES(1,1,4,1,223,1,2.8599999999999998756,2.0);
INSERT INTO move_code VALUES(1,1,4,2,216,1,-2.1400000000000001243,2.0);
INSERT INTO move_code VALUES(1,2,1,1,22,1,2.0,0.0);
INSERT INTO move_code VALUES(1,2,1,2,19,1,1.0,0.0);
INSERT INTO move_code VALUES(1,2,2,1,23,0,5.0,0.0);
INSERT INTO move_code VALUES(1,2,2,2,1,1,0.0,0.0);
INSERT INTO move_code VALUES(1,2,3,1,223,1,3.8599999999999998756,1.0);
INSERT INTO move_code VALUES(1,2,3,2,216,1,-1.1400000000000001243,1.0);
INSERT INTO move_code VALUES(1,2,4,1,223,1,-0.14000000000000001332,2.0);
INSERT INTO move_code VALUES(1,2,4,2,218,1,-1.1400000000000001243,2.0);
INSERT INTO move_code VALUES(1,3,1,1,0,1,1.0,0.0);
INSERT INTO move_code VALUES(1,3,1,2,19,0,5.0,0.0);
INSERT INTO move_code VALUES(1,3,2,1,23,1,2.0,0.0);
INSERT INTO move_code VALUES(1,3,2,2,19,1,1.0,0.0);
INSERT INTO move_code VALUES(1,3,3,1,223,0,3.8599999999999998756,1.0);
INSERT INTO move_code VALUES(1,3,3,2,136,1,-0.14000000000000001332,0.0);
INSERT INTO move_code VALUES(1,3,4,1,223,1,-0.14000000000000001332,2.0);
INSERT INTO move_code VALUES(1,3,4,2,218,1,-0.14000000000000001332,1.0);
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
INSERT INTO tally_code VALUES(1,1,1,'in force',217,1,-0.14000000000000001332,1.0);
INSERT INTO tally_code VALUES(1,1,1,'in force',223,1,2.8599999999999998756,2.0);
INSERT INTO tally_code VALUES(1,1,1,'open',22,1,2.0,0.0);
INSERT INTO tally_code VALUES(1,1,1,'open',23,1,2.0,0.0);
INSERT INTO tally_code VALUES(1,1,2,'in force',216,1,-2.1400000000000001243,2.0);
INSERT INTO tally_code VALUES(1,1,2,'in force',218,1,3.8599999999999998756,1.0);
INSERT INTO tally_code VALUES(1,1,2,'open',19,2,2.0,0.0);
INSERT INTO tally_code VALUES(1,2,1,'in force',223,2,3.7199999999999997513,3.0);
INSERT INTO tally_code VALUES(1,2,1,'open',22,1,2.0,0.0);
INSERT INTO tally_code VALUES(1,2,1,'open',23,1,5.0,0.0);
INSERT INTO tally_code VALUES(1,2,2,'in force',216,1,-1.1400000000000001243,1.0);
INSERT INTO tally_code VALUES(1,2,2,'in force',218,1,-1.1400000000000001243,2.0);
INSERT INTO tally_code VALUES(1,2,2,'open',1,1,0.0,0.0);
INSERT INTO tally_code VALUES(1,2,2,'open',19,1,1.0,0.0);
INSERT INTO tally_code VALUES(1,3,1,'in force',223,2,3.7199999999999997513,3.0);
INSERT INTO tally_code VALUES(1,3,1,'open',0,1,1.0,0.0);
INSERT INTO tally_code VALUES(1,3,1,'open',23,1,2.0,0.0);
INSERT INTO tally_code VALUES(1,3,2,'in force',136,1,-0.14000000000000001332,0.0);
INSERT INTO tally_code VALUES(1,3,2,'in force',218,1,-0.14000000000000001332,1.0);
INSERT INTO tally_code VALUES(1,3,2,'open',19,2,6.0,0.0);
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
INSERT INTO pair VALUES(1,1,1,2,0,1,1,2,0,0,3,1);
INSERT INTO pair VALUES(1,1,2,1,0,1,1,2,1,1,2,0);
INSERT INTO pair VALUES(1,2,1,2,0,0,2,2,2,0,1,0);
INSERT INTO pair VALUES(1,2,2,1,0,2,0,2,0,0,3,2);
INSERT INTO pair VALUES(1,3,1,2,0,1,1,2,1,0,2,0);
INSERT INTO pair VALUES(1,3,2,1,0,1,1,2,1,0,2,1);
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
INSERT INTO round_tally VALUES(1,1,3,1,0,0,0,5,0,0);
INSERT INTO round_tally VALUES(1,2,3,1,0,0,0,5,0,0);
INSERT INTO round_tally VALUES(1,3,3,3,0,3,0,5,3,5);
INSERT INTO round_tally VALUES(1,4,3,1,0,3,0,6,5,6);
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
	FOREIGN KEY (experiment_id, run, round) REFERENCES round,
	FOREIGN KEY (experiment_id, agent) REFERENCES agent
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
CREATE TABLE signer (
	experiment_id   INTEGER NOT NULL REFERENCES experiment,
	signer          INTEGER NOT NULL CHECK (signer >= 1),
	name            TEXT NOT NULL CHECK (name <> ''),
	role            TEXT NOT NULL CHECK (role <> ''),
	session_vkey    TEXT NOT NULL CHECK (session_vkey <> ''),
	identity_vkey   TEXT NOT NULL CHECK (identity_vkey <> ''),
	PRIMARY KEY (experiment_id, signer)
) STRICT, WITHOUT ROWID;
INSERT INTO signer VALUES(1,1,'us','party','sim/us/913af288d27c4be7+7315a21a+AQfmxJGzVic0KC5SNHqSgcfw9gz138TVfTf+1pt1lkO9','sim/us+2fd6c8a0+AVubelY9Oer9PX1k34NyiAYB5VSDNzpEwGlzCFfzlKR8');
INSERT INTO signer VALUES(1,2,'china','party','sim/china/913af288d27c4be7+c61235f6+AfirScHs3RJfHZErB8gMZvVGYziapsJLjBzFW0NBDWcc','sim/china+33ed5a57+AYFV1tRwIR/oi1/wLRTQafs7mJkgpu6Mc/XaOlaY1Gs6');
INSERT INTO signer VALUES(1,3,'log','log','sim/log/913af288d27c4be7+51f3e88c+Aeg2mmEJPbRw4xNDCk1BdZqqVJoaU8xZvwWAz8WiAxLw','sim/log+815792dc+AcLylOl/Ox23GNxdOos4gUpodgcCFzPuek1tC/GCrAsl');
INSERT INTO signer VALUES(1,4,'referee','referee','sim/referee/913af288d27c4be7+91309847+AaUlXJ//Ss7IIWQOjeRMNQJ0RuRI3vnGwA3ziJjD7AJ0','sim/referee+171236d3+AZ1ljrzwHX/IKf43Diwl3ALoT7BzMGNHty6Kt42KlTUz');
INSERT INTO signer VALUES(1,5,'inspectorate','inspector','sim/inspectorate/913af288d27c4be7+5ddfc421+AWxUa9Y9hIRH66RYFgL+vG2ew/GzwI6ML5yY2ZTFWSvd','sim/inspectorate+cd88b7da+Aev0BnC7M8B9XvvfJQViOquNV5J97/2YPNbRHtpVuH6q');
INSERT INTO signer VALUES(2,1,'a','party','sim/a/649b31e9db996616+38993fa4+Aa5lly6ev1qE6hAXs74c6xabLAuHwAJ9hda460P3YnEJ','sim/a+2ccb32ff+AZ05GQenCTPmDEV97Oa/8Z6T3rfYH/PPpITtUgAeCFjv');
INSERT INTO signer VALUES(2,2,'b','party','sim/b/649b31e9db996616+ed1ae0fa+AelGkarcjPLtIE9ewpfK/8Clwsu2xmPsN/dgP3jTY7jX','sim/b+f1813fab+Afm/Mk81HzW+E6/DL0Q4K7iwzPUH/OnaUkCXPwbsxdH3');
INSERT INTO signer VALUES(2,3,'log','log','sim/log/649b31e9db996616+4349a00a+ATutC14Wd5l0vMFfP5Veu6BVOc6P9V0AHqGCtvJnNQA1','sim/log+815792dc+AcLylOl/Ox23GNxdOos4gUpodgcCFzPuek1tC/GCrAsl');
INSERT INTO signer VALUES(2,4,'referee','referee','sim/referee/649b31e9db996616+5ba3b2c3+Ad1cxxKzMgBVa1UV67P7+wy5XsjkXXhzv2W7lqb9k5r/','sim/referee+171236d3+AZ1ljrzwHX/IKf43Diwl3ALoT7BzMGNHty6Kt42KlTUz');
INSERT INTO signer VALUES(2,5,'inspectorate','inspector','sim/inspectorate/649b31e9db996616+16cbc690+ASt4zAGjo662i28ne1O25y0lqbONbCGlnYimmcpr6KKT','sim/inspectorate+cd88b7da+Aev0BnC7M8B9XvvfJQViOquNV5J97/2YPNbRHtpVuH6q');
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
INSERT INTO entry VALUES(1,0,'register',0,0,1,replace('detente.example/register/v1\nexperiment 913af288d27c4be75f75b156518326bf49f731f39f9867dd33b830b8018e218e\nagent us\nrole party\nkey sim/us/913af288d27c4be7+7315a21a+AQfmxJGzVic0KC5SNHqSgcfw9gz138TVfTf+1pt1lkO9\nidentity sim/us+2fd6c8a0+AVubelY9Oer9PX1k34NyiAYB5VSDNzpEwGlzCFfzlKR8','\n',char(10)),'DpBpAZ4vPQ2KSDyVqjlpX8bRuMvMMkIaDCuI1G8HU+m5nlpsGkyFzwTOI/no2+KyhFu0Opu5a/yzuApC2FP3Aw==');
INSERT INTO entry VALUES(1,1,'register',0,0,2,replace('detente.example/register/v1\nexperiment 913af288d27c4be75f75b156518326bf49f731f39f9867dd33b830b8018e218e\nagent china\nrole party\nkey sim/china/913af288d27c4be7+c61235f6+AfirScHs3RJfHZErB8gMZvVGYziapsJLjBzFW0NBDWcc\nidentity sim/china+33ed5a57+AYFV1tRwIR/oi1/wLRTQafs7mJkgpu6Mc/XaOlaY1Gs6','\n',char(10)),'NVOxM8Z+mQk1BRZuzy85WqaKNwNQXxjFxSrr+LF5jd9tBueWSMXxkHKMvLntV2E85um4gBuwHcmHKkkI56h9AA==');
INSERT INTO entry VALUES(1,2,'register',0,0,3,replace('detente.example/register/v1\nexperiment 913af288d27c4be75f75b156518326bf49f731f39f9867dd33b830b8018e218e\nagent log\nrole log\nkey sim/log/913af288d27c4be7+51f3e88c+Aeg2mmEJPbRw4xNDCk1BdZqqVJoaU8xZvwWAz8WiAxLw\nidentity sim/log+815792dc+AcLylOl/Ox23GNxdOos4gUpodgcCFzPuek1tC/GCrAsl','\n',char(10)),'bD7oGBFMBz33VbkcmPUbr5HVpxl2iEx+aE/mWc2hlbKgnzmakxeuYbcFzE9vf0cSaTPpCkMwxeFc1/6b+IplDg==');
INSERT INTO entry VALUES(1,3,'register',0,0,4,replace('detente.example/register/v1\nexperiment 913af288d27c4be75f75b156518326bf49f731f39f9867dd33b830b8018e218e\nagent referee\nrole referee\nkey sim/referee/913af288d27c4be7+91309847+AaUlXJ//Ss7IIWQOjeRMNQJ0RuRI3vnGwA3ziJjD7AJ0\nidentity sim/referee+171236d3+AZ1ljrzwHX/IKf43Diwl3ALoT7BzMGNHty6Kt42KlTUz','\n',char(10)),'QTFP9L+1BbjmqG7DYpebi1U62865rm3/YnWkfzpISRErxh+zT6WzANaORXskWy8V+N4Yxxl+4w3pW120TDCzBg==');
INSERT INTO entry VALUES(1,4,'register',0,0,5,replace('detente.example/register/v1\nexperiment 913af288d27c4be75f75b156518326bf49f731f39f9867dd33b830b8018e218e\nagent inspectorate\nrole inspector\nkey sim/inspectorate/913af288d27c4be7+5ddfc421+AWxUa9Y9hIRH66RYFgL+vG2ew/GzwI6ML5yY2ZTFWSvd\nidentity sim/inspectorate+cd88b7da+Aev0BnC7M8B9XvvfJQViOquNV5J97/2YPNbRHtpVuH6q','\n',char(10)),'lWZf4fEeM9i8V9qXbuH4wTg2ZFSNq4QaId4pispdi7U/96PDL1SJvlv/qIX924PO1zEas2KBdwZj6HhCl3fZBA==');
INSERT INTO entry VALUES(1,5,'ratify',0,0,1,replace('detente.example/ratify/v1\nagent us\ntreaty aKkabh2FC6GbiXwcu/2clKa+N30SdDWIZAJkcst5B1k=','\n',char(10)),'fmOldwZvZkmVCi2oNXJA+5qBc9vyAgp2Q6/SPeJi7QJNqbGK7yYBYVB2OOQESZLdge61RfTbnm3ZDlH1yX8eDg==');
INSERT INTO entry VALUES(1,6,'ratify',0,0,2,replace('detente.example/ratify/v1\nagent china\ntreaty aKkabh2FC6GbiXwcu/2clKa+N30SdDWIZAJkcst5B1k=','\n',char(10)),'6tr8cR8Jy6ts5+d0VP9YAtjsdPYl8O7KUAxkDPzbGGectBWtZXuEZcHXiKaYK+orivZOcLBJ+QHrn5oIeg3vAA==');
INSERT INTO entry VALUES(1,7,'pledge',1,3,1,replace('detente.example/pledge/v1\nrun 1\nround 3\nagent us\ntreaty aKkabh2FC6GbiXwcu/2clKa+N30SdDWIZAJkcst5B1k=\nawaits B+bEkbNWJzQoLlI0epKBx/D2DPXfxNV9N/7Wm3WWQ70=\nawaits +KtJwezdEl8dkSsHyAxm9UZjOJqmwkuMHMVbQ0ENZxw=','\n',char(10)),'c15pnpNPtI/s7ykWOXqTkxmSn/qFgPIFulsCozEYPb7mU9obEpHn82GiyHlVL+h6alp1mfxkhX7jv7YGUPDeCg==');
INSERT INTO entry VALUES(1,8,'pledge',1,3,2,replace('detente.example/pledge/v1\nrun 1\nround 3\nagent china\ntreaty aKkabh2FC6GbiXwcu/2clKa+N30SdDWIZAJkcst5B1k=\nawaits B+bEkbNWJzQoLlI0epKBx/D2DPXfxNV9N/7Wm3WWQ70=\nawaits +KtJwezdEl8dkSsHyAxm9UZjOJqmwkuMHMVbQ0ENZxw=','\n',char(10)),'a1RfCsKJHAgu4uQDpNX4+1DmYaaoE2jR8Ausb9VT9QKNU198grWe2xvr6xMHDqi3GphZte9UY64OND7klf0aCQ==');
INSERT INTO entry VALUES(1,9,'commit',1,3,1,replace('detente.example/commit/v1\nrun 1\nround 3\nagent us\ncommit 2Fso7qb+e/r42F2u4znvOaNRbCDHmc5opPXiwO1Fehc=','\n',char(10)),'4Dzv+QF1rU1fkMK0IrrDBZ4MZji2bY0S0RLq6b6ejGaKcurXEriH/x1H4stWiAHzeetpbSSu/V8KEKvkKITXAg==');
INSERT INTO entry VALUES(1,10,'commit',1,3,2,replace('detente.example/commit/v1\nrun 1\nround 3\nagent china\ncommit uo1FAkD/jbxHBFP/ZzwJqh/5SwW2WD/6XLcH0NDgX0Y=','\n',char(10)),'3KHvjO3gEZSIUrsIeehPEG5Nn2XvsaooOsGZW/p+yF2lz11WslLtagzvq8hBSXwUymIr8pw3Hkuzw/vj9MTxDQ==');
INSERT INTO entry VALUES(1,11,'open',1,3,1,replace('detente.example/open/v1\nrun 1\nround 3\nagent us\nmove PAUSE\nnonce wIOpYJfDAR/7de0z6SjZqZHlawRqNkNGyT3kju8Vg08=','\n',char(10)),'Hxp8GbVIwi92Kru9TVLBmIl271snNuNQnXW9Bl10JDsNfpN0Oqc90vaCRLrEczRYNT+C3GZR0j33LPjL8PDVCg==');
INSERT INTO entry VALUES(1,12,'open',1,3,2,replace('detente.example/open/v1\nrun 1\nround 3\nagent china\nmove PAUSE\nnonce 744JZWw23Z9rmuwvkXpkMLWbxcSc65oBv/w+FQMQ02c=','\n',char(10)),'8a4TNfxKqPuwQlaBVtmjT6OX9btaQoNrc7OuqzbP8cqmdOBI4+9bP+yYiJ8Z7FDI2LT0BruN9D8NxYCm6CBYBQ==');
INSERT INTO entry VALUES(1,13,'finding',1,3,5,replace('detente.example/finding/v1\nrun 1\nround 3\ninspector inspectorate\nagent us\nfound RACE\nevidence 2Fso7qb+e/r42F2u4znvOaNRbCDHmc5opPXiwO1Fehc=','\n',char(10)),'pbNEwQMkWsTeYBKrIuWvr/LxfpliLqX/a7zxafJPhSfn0bSQwW5PhDs3XCPoQsja72rv3gjX3gRfygo1ZlUKAA==');
INSERT INTO entry VALUES(1,14,'finding',1,3,5,replace('detente.example/finding/v1\nrun 1\nround 3\ninspector inspectorate\nagent china\nfound RACE\nevidence uo1FAkD/jbxHBFP/ZzwJqh/5SwW2WD/6XLcH0NDgX0Y=','\n',char(10)),'SloZ4I5+omE5rbpmJMK/2LbTA2TNE+eQzp57cIx5QaFL/rFDsSQV2woiaC++McG7OFbDaD2Lb8Nv1HNzJUuiCQ==');
INSERT INTO entry VALUES(1,15,'commit',1,4,1,replace('detente.example/commit/v1\nrun 1\nround 4\nagent us\ncommit 6roTGLCyDT5DGAbkKbDy8sDy2fZxbvZWMmoj2WP7m/g=','\n',char(10)),'OUKoUKNcdKemXYjUsC1Gm6CvkmrOmVhSCSIFIwEcwWWwkdX/9kSCdXbNr5Sd69tYOsZBva6eTGplfjGKNcDCCg==');
INSERT INTO entry VALUES(1,16,'commit',1,4,2,replace('detente.example/commit/v1\nrun 1\nround 4\nagent china\ncommit YU9ZF9Gq3vtCwiloGXWjnAb1E0NJotsbn6BN/4CRGWY=','\n',char(10)),'tFUaXVPcOx3BkxxRyf3XEc6lpM6jjrhfsDqYvuYRMcVt9JfwXv++9Fhw5YRT+ZaBOxCcqOJN0WQd/XqUvLdLAw==');
INSERT INTO entry VALUES(1,17,'open',1,4,1,replace('detente.example/open/v1\nrun 1\nround 4\nagent us\nmove RACE\nnonce FD24HzP0xp/v6SfFj5b32Dqb/0FlZ1DBOlcpsy4pWfM=','\n',char(10)),'nfYljhKCh37ocB4bybP4+UY+xfI6VMkhi1ysrpxyw5MYmFVnS0yFRO7DtKYutTBIz4y6NJFnijmGBngF+OeOCw==');
INSERT INTO entry VALUES(1,18,'open',1,4,2,replace('detente.example/open/v1\nrun 1\nround 4\nagent china\nmove PAUSE\nnonce BOrsS+cwm/YDEPrCnjOJ14O7Eth+Gy+lh4KXShrgL5Y=','\n',char(10)),'Bg5l6pgH2Tce6Hf1YbNInMQyZBEZW3T5zXSAgLuCt64h/OnEokxOKaTsqZq287RsKTfY9JMNnXpMSdqq3rSiDg==');
INSERT INTO entry VALUES(1,19,'finding',1,4,5,replace('detente.example/finding/v1\nrun 1\nround 4\ninspector inspectorate\nagent us\nfound RACE\nevidence 6roTGLCyDT5DGAbkKbDy8sDy2fZxbvZWMmoj2WP7m/g=','\n',char(10)),'dajY4PNlraHpBvt//kweweLukr4I1dO0EwrmTpQEgX/mwu4N7t0yWL3FUWcJJd+KF6VK6IlfgFF4NN//KWo+Bw==');
INSERT INTO entry VALUES(1,20,'finding',1,4,5,replace('detente.example/finding/v1\nrun 1\nround 4\ninspector inspectorate\nagent china\nfound RACE\nevidence YU9ZF9Gq3vtCwiloGXWjnAb1E0NJotsbn6BN/4CRGWY=','\n',char(10)),'RbAS1qCn7Oex0tHmmI1zhYe4fr3wLMpF0KaMvDrkhpew+icbTDkX2f7MJtEq6y2Rpr/jOeUED4nL1q2c29Y5CA==');
INSERT INTO entry VALUES(1,21,'pledge',2,3,1,replace('detente.example/pledge/v1\nrun 2\nround 3\nagent us\ntreaty aKkabh2FC6GbiXwcu/2clKa+N30SdDWIZAJkcst5B1k=\nawaits B+bEkbNWJzQoLlI0epKBx/D2DPXfxNV9N/7Wm3WWQ70=\nawaits +KtJwezdEl8dkSsHyAxm9UZjOJqmwkuMHMVbQ0ENZxw=','\n',char(10)),'sL72/5QwSMDu6QHcwjZwEAvGhQP1fWXKJnmgxajg+CUikCLbkhY27Q7qKJLI8FjVwzowJgfhcJRKKfnasAajAw==');
INSERT INTO entry VALUES(1,22,'pledge',2,3,2,replace('detente.example/pledge/v1\nrun 2\nround 3\nagent china\ntreaty aKkabh2FC6GbiXwcu/2clKa+N30SdDWIZAJkcst5B1k=\nawaits B+bEkbNWJzQoLlI0epKBx/D2DPXfxNV9N/7Wm3WWQ70=\nawaits +KtJwezdEl8dkSsHyAxm9UZjOJqmwkuMHMVbQ0ENZxw=','\n',char(10)),'h4tlIlkst7cvEdZMoIgyC4a29X6MKwH1DWNPga1FlPwbokMB+e9kCRbwa14DlPCbxoa3aLqOTd1khI8lDe48DA==');
INSERT INTO entry VALUES(1,23,'commit',2,3,1,replace('detente.example/commit/v1\nrun 2\nround 3\nagent us\ncommit dApfG9fSkeTWGWoOq7kqoi5L3nyjpKWlVEE9eoK7nHw=','\n',char(10)),'rUIKTFL2/oF1ClRY6fqJBMGXXoGMoP3y9sWiofbxhHsyjL68PUu6FcqEPMRsKdRMGTyPzwLihtAOJaTCLVM4Ag==');
INSERT INTO entry VALUES(1,24,'commit',2,3,2,replace('detente.example/commit/v1\nrun 2\nround 3\nagent china\ncommit OOVUFT56Vrw0kotA0wygKm5Yy9I3G7ljCisTnQ4udXU=','\n',char(10)),'dbuSdUYpUiHWkxcZu59dTcQWHtdTWwcqYuwSUiHOZ5rGCoWla+RXHwtrwTaUh81x7kgepHSSZ+UPTTU8serFDQ==');
INSERT INTO entry VALUES(1,25,'open',2,3,1,replace('detente.example/open/v1\nrun 2\nround 3\nagent us\nmove RACE\nnonce BRi8UJYTlRhVq7FZpUczPZbDAjflYniP/cJ1F8FwD2s=','\n',char(10)),'RkXlTCEA4z3acdN7bq+pM558RF8Z3BWhpNuPRQARbJMqUmLG+yrwsXX70xOM+kja7gGosQRpp2FejVnY4XwQBA==');
INSERT INTO entry VALUES(1,26,'open',2,3,2,replace('detente.example/open/v1\nrun 2\nround 3\nagent china\nmove PAUSE\nnonce TQ3VeIVhR1wAEwxq2Ffj9ERuNnpvm2mdRr2uHJ1WbNQ=','\n',char(10)),'Duqkq1/RwEle/vZSiOWL0wZv/6I+5uL7JqNi3tt2GlTX5Vj/FUfiKAfGGbwFvjv4QVpprAkGorKa+VLmC0tdCQ==');
INSERT INTO entry VALUES(1,27,'finding',2,3,5,replace('detente.example/finding/v1\nrun 2\nround 3\ninspector inspectorate\nagent us\nfound RACE\nevidence dApfG9fSkeTWGWoOq7kqoi5L3nyjpKWlVEE9eoK7nHw=','\n',char(10)),'A8WGs3UwL3D+mRJG7cPb1RvrahtFwnt/Y/FBOnH5AEQoSTiAi9HSfv/aFehJ4m2qHeDDvosT867TgGzTdbdUBA==');
INSERT INTO entry VALUES(1,28,'finding',2,3,5,replace('detente.example/finding/v1\nrun 2\nround 3\ninspector inspectorate\nagent china\nfound RACE\nevidence OOVUFT56Vrw0kotA0wygKm5Yy9I3G7ljCisTnQ4udXU=','\n',char(10)),'Eo+OmrGdagpN7QjJQXzSKdPPNFIb8jPBK9BSC/B9vxVDrX0gFovUO8hFBrGq3LmLzbkyKXoKHOuxmUUBdJriDw==');
INSERT INTO entry VALUES(1,29,'commit',2,4,1,replace('detente.example/commit/v1\nrun 2\nround 4\nagent us\ncommit 2cGL02PACdIKyY5Xev/F9FMrOoF/TsyYwjJ0SoEXTyk=','\n',char(10)),'vm7/w85GX0FwCCpj23kZrMjrhI8Ng71qPicNBKxyr4riUcmJwxao48oy2EmgUxn2/ZlbKtJgXYEg7CQTIfHBAg==');
INSERT INTO entry VALUES(1,30,'commit',2,4,2,replace('detente.example/commit/v1\nrun 2\nround 4\nagent china\ncommit u/CGqttbxbJwJanOJQ4zdPH+vR5CgfkunWS22wxDs7s=','\n',char(10)),'Z+y14NbeAc8guVz9zXbSfQ1Y/32M1eckXQWee4GUlzUVrlLtpt4XjvWf0QcdHURL5SzLSqI4ufw8LhjWSTX3AQ==');
INSERT INTO entry VALUES(1,31,'open',2,4,1,replace('detente.example/open/v1\nrun 2\nround 4\nagent us\nmove RACE\nnonce 90sZeFBCVViKGfpwmLebC8uUTCZM1zBx+2W5VVUEieU=','\n',char(10)),'6Cx3HDVeifbKAVEKkuDyHPS+I8KJ2jfHw0aoBUC+r4NZhCUeYIx/ABDFrE4KLjbGm1GDiq6ugY40dqgde9WbAw==');
INSERT INTO entry VALUES(1,32,'open',2,4,2,replace('detente.example/open/v1\nrun 2\nround 4\nagent china\nmove PAUSE\nnonce hfeyQThYvYC/sMBEzj06/elFTINlKcTL4KC0Bgh+d3Y=','\n',char(10)),'fqTDt/qNf3o23VGzDRWDLAbPFiKWFOCKo2CwX+qJW4xf9snvcsC5wf40pHHEY41lBS6/ZvWauyNmgl+rUnTFCQ==');
INSERT INTO entry VALUES(1,33,'finding',2,4,5,replace('detente.example/finding/v1\nrun 2\nround 4\ninspector inspectorate\nagent us\nfound RACE\nevidence 2cGL02PACdIKyY5Xev/F9FMrOoF/TsyYwjJ0SoEXTyk=','\n',char(10)),'32sPEXu+k2+Paa8AMRUWxF3SLPDipLEm/p1+tNqxH58P7CIwDbLa4RGECmlg3YnPdIIkgA1fXCIwsmxBleYuCw==');
INSERT INTO entry VALUES(1,34,'finding',2,4,5,replace('detente.example/finding/v1\nrun 2\nround 4\ninspector inspectorate\nagent china\nfound RACE\nevidence u/CGqttbxbJwJanOJQ4zdPH+vR5CgfkunWS22wxDs7s=','\n',char(10)),'B8/JwYQnZ3wui41AiiyFHc8iq+c1Db1PJhKJWjkAAoVKK+B2wjvmvKzsIDnX1RYVzgWGUNnIoWXXSmjMGzyJDw==');
INSERT INTO entry VALUES(1,35,'pledge',3,3,1,replace('detente.example/pledge/v1\nrun 3\nround 3\nagent us\ntreaty aKkabh2FC6GbiXwcu/2clKa+N30SdDWIZAJkcst5B1k=\nawaits B+bEkbNWJzQoLlI0epKBx/D2DPXfxNV9N/7Wm3WWQ70=\nawaits +KtJwezdEl8dkSsHyAxm9UZjOJqmwkuMHMVbQ0ENZxw=','\n',char(10)),'2yKWjchQnZqAVFYsm3YLKW3n3QOjbqIlKX0ZSfjR4MWDlfo5LgT1vRpn3CamrP4dSjwga1KNr63qc0DqYnHXDQ==');
INSERT INTO entry VALUES(1,36,'pledge',3,3,2,replace('detente.example/pledge/v1\nrun 3\nround 3\nagent china\ntreaty aKkabh2FC6GbiXwcu/2clKa+N30SdDWIZAJkcst5B1k=\nawaits B+bEkbNWJzQoLlI0epKBx/D2DPXfxNV9N/7Wm3WWQ70=\nawaits +KtJwezdEl8dkSsHyAxm9UZjOJqmwkuMHMVbQ0ENZxw=','\n',char(10)),'Z9AqHddXX+LCOa0sKuZMbtkzPpxbJyZHeShM837RqyEPzWcVMCkOsboR1FsROd8fV8GSksfDdDDd7jGqAH/pAA==');
INSERT INTO entry VALUES(1,37,'commit',3,3,1,replace('detente.example/commit/v1\nrun 3\nround 3\nagent us\ncommit nPvArLme3xGsYcpYGlLFk2QsP6SFIZ1hvfxmwIEkyi4=','\n',char(10)),'efW42wtGV1MoEI1Z/JH9BkcpBVhie6aAx+OyQVRy2NeJ+TVC/SBH/Ot/VjnWJKnciiWtwt5L+p8l9GlfcCU0Dg==');
INSERT INTO entry VALUES(1,38,'commit',3,3,2,replace('detente.example/commit/v1\nrun 3\nround 3\nagent china\ncommit 7JteOIjVDf0TyfOWYiK40S/CXfsq2r6ve7yVDKnrSEc=','\n',char(10)),'53+d8Cx1yeqVFLVoLLN43r9HZeJyDCngHxARCo2GyfgNBqWOd4R5gHbYj2YtaGUcBc7QO7WvOekuJTjxkidhDA==');
INSERT INTO entry VALUES(1,39,'open',3,3,1,replace('detente.example/open/v1\nrun 3\nround 3\nagent us\nmove RACE\nnonce zeuDpZZi8/9UwaqaZYCvYRD4iX5kXT3wrCmfPWUCNE4=','\n',char(10)),'81dq9P8e/oZf2+pkpi0WKLOt/dBDQue7nmXYLEt5uouqCNpyX5v/N+j7j4ZOPhCt5xGywL3TnT5kAN3dvjRpBQ==');
INSERT INTO entry VALUES(1,40,'open',3,3,2,replace('detente.example/open/v1\nrun 3\nround 3\nagent china\nmove PAUSE\nnonce oSvbnbRw0zPONVPyfpsFav4ttC3BPcI+vgjEdZ6eM6g=','\n',char(10)),'E5GuYVzDwl5l07Zg3zv/g1XC+zZgWMJuYUVcK/dd4j1sIZh7jCOJ5QJZdqCzID8auFRSqrvYsd4L9Eihfc2IAg==');
INSERT INTO entry VALUES(1,41,'finding',3,3,5,replace('detente.example/finding/v1\nrun 3\nround 3\ninspector inspectorate\nagent us\nfound RACE\nevidence nPvArLme3xGsYcpYGlLFk2QsP6SFIZ1hvfxmwIEkyi4=','\n',char(10)),'gRUVLN4pP6Gki2o2OMPwREuxxuwpWSst2MusiYpMCXFc2FP1x9Wf4EJuEwZXGmmvO8o/J3b/Mp7UU4HfSWCXDA==');
INSERT INTO entry VALUES(1,42,'commit',3,4,1,replace('detente.example/commit/v1\nrun 3\nround 4\nagent us\ncommit uwzxwuZXOUbET0itSbjxM12kSGx57/V02ZkdfTnYcRE=','\n',char(10)),'KONiHF4lykzMDw39/rK7hx7ubT7nAsmjsnXdu5ZXZo+rUJ8XrSvChRmIPUewSdQBTGummWHhYn1Yf2gsmiPPBQ==');
INSERT INTO entry VALUES(1,43,'commit',3,4,2,replace('detente.example/commit/v1\nrun 3\nround 4\nagent china\ncommit ifiHbCBno3/12Xh71k97+dMLhjBnwd4Dxnt0JtqQMtg=','\n',char(10)),'3b8z6WBcHoNt0K9sY/yBl5KriaZWFBB98bZ6wB+WHgPSMQ4m+vlb3mhDLxSwDqhHKqTrc4BUtC5h0Zz6FVY4Ag==');
INSERT INTO entry VALUES(1,44,'open',3,4,1,replace('detente.example/open/v1\nrun 3\nround 4\nagent us\nmove RACE\nnonce B4063ZHezMmc2Blur67CGBJSLT2rmxv610qDtfh2mts=','\n',char(10)),'meNHC/g0qjnHO/vTW0y/4eu+KtnifI7YTIWzqh+2faWmCl1YA2BMpL5sJCYPlNtERftp1fr85SCRgrly24PZCw==');
INSERT INTO entry VALUES(1,45,'open',3,4,2,replace('detente.example/open/v1\nrun 3\nround 4\nagent china\nmove PAUSE\nnonce tepHQWf3ag7LkIBr3KQKsCKKsjcaL6qdkyeNpmGylm8=','\n',char(10)),'poGyRyyVOwHqq0u2LSqTmbtCp5Pn4Rgu7qmqiaXujOEe52vILwI4VvqeQ19AMn7oxiXAeGS8hg9cl14VLj5+Cw==');
INSERT INTO entry VALUES(1,46,'finding',3,4,5,replace('detente.example/finding/v1\nrun 3\nround 4\ninspector inspectorate\nagent us\nfound RACE\nevidence uwzxwuZXOUbET0itSbjxM12kSGx57/V02ZkdfTnYcRE=','\n',char(10)),'T590BpwEnAY2QAfIq6zd4ty7686SXuCkzUrHrusvpP/R11fRiauRzgBiZNF42yjOnD/NWMk49sOaPRyjuNaZDQ==');
INSERT INTO entry VALUES(1,47,'finding',3,4,5,replace('detente.example/finding/v1\nrun 3\nround 4\ninspector inspectorate\nagent china\nfound RACE\nevidence ifiHbCBno3/12Xh71k97+dMLhjBnwd4Dxnt0JtqQMtg=','\n',char(10)),'9yZUabP8mTo5IJX+qKziokN50Rw1oBh7YFe/W6U5F+GMnQdao35nyD8AdvVFumbbQF+YQd4csmarLffWLrXLDA==');
INSERT INTO entry VALUES(1,48,'outcome',0,0,4,replace('detente.example/outcome/v1\nreferee referee\nchunk 1\nfirst-run 1\nlast-run 3\ndigest 8Lsfn86KeF5TJcmh7Cx8ttbAgcWH7lNzk+8VoM0iy40=','\n',char(10)),'XZ3aWp4Aj1yGTJTUDOvrdpmVFKErni08As9lhfVTNEDsZsJwbducCQ9WU+Nqfw/pKDzCd69y0DkDMviM6b20Bg==');
INSERT INTO entry VALUES(2,0,'register',0,0,1,replace('detente.example/register/v1\nexperiment 649b31e9db99661629ae18b9a4c71434b835cec1159cf046ac55c465f3d800e4\nagent a\nrole party\nkey sim/a/649b31e9db996616+38993fa4+Aa5lly6ev1qE6hAXs74c6xabLAuHwAJ9hda460P3YnEJ\nidentity sim/a+2ccb32ff+AZ05GQenCTPmDEV97Oa/8Z6T3rfYH/PPpITtUgAeCFjv','\n',char(10)),'1GB4lZEO7Cv/ujwdlf2qEQNVcyi6Xa8g3F8QJPg2c8r2IQDRyEcus71wD9y8i1uFzI/iqNj7S0WBgrbbkDBZCA==');
INSERT INTO entry VALUES(2,1,'register',0,0,2,replace('detente.example/register/v1\nexperiment 649b31e9db99661629ae18b9a4c71434b835cec1159cf046ac55c465f3d800e4\nagent b\nrole party\nkey sim/b/649b31e9db996616+ed1ae0fa+AelGkarcjPLtIE9ewpfK/8Clwsu2xmPsN/dgP3jTY7jX\nidentity sim/b+f1813fab+Afm/Mk81HzW+E6/DL0Q4K7iwzPUH/OnaUkCXPwbsxdH3','\n',char(10)),'NiA9fzGF4hOM6iLO0QYepuKipmt9yLN5WnXinz+Rfayk5sLj3Ooaik+5u0S2erIM4H1oai0fJgUlKMRa8G5yDw==');
INSERT INTO entry VALUES(2,2,'register',0,0,3,replace('detente.example/register/v1\nexperiment 649b31e9db99661629ae18b9a4c71434b835cec1159cf046ac55c465f3d800e4\nagent log\nrole log\nkey sim/log/649b31e9db996616+4349a00a+ATutC14Wd5l0vMFfP5Veu6BVOc6P9V0AHqGCtvJnNQA1\nidentity sim/log+815792dc+AcLylOl/Ox23GNxdOos4gUpodgcCFzPuek1tC/GCrAsl','\n',char(10)),'wg0mDcloicpcIwnrIraHirwnuIrGveYDFN4+1Uu+9z6C/u1qN1wMoRapYOPWuO4D6/DgF4pom81J2CvEgqrhCg==');
INSERT INTO entry VALUES(2,3,'register',0,0,4,replace('detente.example/register/v1\nexperiment 649b31e9db99661629ae18b9a4c71434b835cec1159cf046ac55c465f3d800e4\nagent referee\nrole referee\nkey sim/referee/649b31e9db996616+5ba3b2c3+Ad1cxxKzMgBVa1UV67P7+wy5XsjkXXhzv2W7lqb9k5r/\nidentity sim/referee+171236d3+AZ1ljrzwHX/IKf43Diwl3ALoT7BzMGNHty6Kt42KlTUz','\n',char(10)),'7IPwtdHCIKg3l1V1DeJuGBAqDHFLu70MTegjJn5Iis/+dgJyZNlD/Kjxoev6jz9p8QW5wy6w8h+D4c7WIdR4Bw==');
INSERT INTO entry VALUES(2,4,'register',0,0,5,replace('detente.example/register/v1\nexperiment 649b31e9db99661629ae18b9a4c71434b835cec1159cf046ac55c465f3d800e4\nagent inspectorate\nrole inspector\nkey sim/inspectorate/649b31e9db996616+16cbc690+ASt4zAGjo662i28ne1O25y0lqbONbCGlnYimmcpr6KKT\nidentity sim/inspectorate+cd88b7da+Aev0BnC7M8B9XvvfJQViOquNV5J97/2YPNbRHtpVuH6q','\n',char(10)),'CUlJtrTn+xsZcKI1KzCNhHyN0gOFmislDFitINESuW8RyDewaBtZCTVCNod6B4suYl6wukLcq7zFKtm7bQ7bBA==');
INSERT INTO entry VALUES(2,5,'answer',1,1,1,replace('detente.example/answer/v1\nrun 1\nround 1\nagent a\ntreaty D0NfzDilQLR2IT3g/G+ySWsUjp1gKJ6AaAgi0NjSFjQ=\nanswer PLEDGE','\n',char(10)),'c7xovM+2POtDJISyEoGUyKhC4gL3RHzFpLx20XY9iSOo2MN4HzTMVzuOgUb1AnaoKssoeaSdpz6hjbKGVdz5CQ==');
INSERT INTO entry VALUES(2,6,'answer',1,1,2,replace('detente.example/answer/v1\nrun 1\nround 1\nagent b\ntreaty D0NfzDilQLR2IT3g/G+ySWsUjp1gKJ6AaAgi0NjSFjQ=\nanswer PLEDGE','\n',char(10)),'oQbWTmhnoMLjL6umlt7LoYPPbwtjUpF+x+gD5EgZLun6mCM7Vj/wafe1S9ICJyStp1Xia0uIcbEEBcaJx8OiDA==');
INSERT INTO entry VALUES(2,7,'sign',1,1,1,replace('detente.example/sign/v1\nrun 1\nround 1\nagent a\ntreaty D0NfzDilQLR2IT3g/G+ySWsUjp1gKJ6AaAgi0NjSFjQ=\nawaits rmWXLp6/WoTqEBezvhzrFpssC4fAAn2F1rjrQ/dicQk=\nawaits 6UaRqtyM8u0gT17Cl8r/wKXCy7bGY+w392A/eNNjuNc=','\n',char(10)),'5P+IU1WPTt6KS/zNfvJWFwiplFShWCX0qSTnCNsXoLWo+WnWfpzFq6QRTmLsye5AnsvOjl5DhTFx+tAG6y3RAw==');
INSERT INTO entry VALUES(2,8,'sign',1,1,2,replace('detente.example/sign/v1\nrun 1\nround 1\nagent b\ntreaty D0NfzDilQLR2IT3g/G+ySWsUjp1gKJ6AaAgi0NjSFjQ=\nawaits rmWXLp6/WoTqEBezvhzrFpssC4fAAn2F1rjrQ/dicQk=\nawaits 6UaRqtyM8u0gT17Cl8r/wKXCy7bGY+w392A/eNNjuNc=','\n',char(10)),'KKSmN6pw400RnWFpAg1Px2/CEM5a6qZht2i19rLbA0a1Y5Kz059qdW412d52aYJs3VBz2QX9FPeNncXGXaZNDw==');
INSERT INTO entry VALUES(2,9,'home',1,1,1,replace('detente.example/home/v1\nrun 1\nround 1\nagent a\ntreaty D0NfzDilQLR2IT3g/G+ySWsUjp1gKJ6AaAgi0NjSFjQ=\nvote RATIFIED','\n',char(10)),'bGSmxV8Y3IXE/fnUUgrOetFwcu3DelVDVqGZwN3KiQ275FVcRZaabF3eMiZ+2dj5RBbKg6pZqiq5IScAQlwpBQ==');
INSERT INTO entry VALUES(2,10,'home',1,1,2,replace('detente.example/home/v1\nrun 1\nround 1\nagent b\ntreaty D0NfzDilQLR2IT3g/G+ySWsUjp1gKJ6AaAgi0NjSFjQ=\nvote RATIFIED','\n',char(10)),'+5pqFKUBtswIRATd2TPsiQK69d18ieoeczWYfei1oxPLx4J0QtTRQ9aoL4dy8/NTvIeuw9OSjAs9TnjRp7DhDQ==');
INSERT INTO entry VALUES(2,11,'enter',1,1,4,replace('detente.example/enter/v1\nrun 1\nround 1\nreferee referee\ntreaty D0NfzDilQLR2IT3g/G+ySWsUjp1gKJ6AaAgi0NjSFjQ=','\n',char(10)),'mttc8Ay351Rxs5NOYrHLAEx55Gr7PRdWdFz+v356jhewFgh0KCWZDv8NVBqL6dtX6naOW1sJABv5DjjffJtTBw==');
INSERT INTO entry VALUES(2,12,'answer',2,1,1,replace('detente.example/answer/v1\nrun 2\nround 1\nagent a\ntreaty D0NfzDilQLR2IT3g/G+ySWsUjp1gKJ6AaAgi0NjSFjQ=\nanswer PLEDGE','\n',char(10)),'D1buSU+8ouPzJvJV+PL3UhShirN7nRaBYQFY53qHpXiHg+vC4nGTBp1nk5jBoBO3ewwrq1c++kXOoZYKT6WFCQ==');
INSERT INTO entry VALUES(2,13,'answer',2,1,2,replace('detente.example/answer/v1\nrun 2\nround 1\nagent b\ntreaty D0NfzDilQLR2IT3g/G+ySWsUjp1gKJ6AaAgi0NjSFjQ=\nanswer PLEDGE','\n',char(10)),'yL+MlmyIpKLllxNKZ32S8ZbeNnfDh4mqi2fVfz5rCJ7QPn3j8rqFxXHqO4JMkhyUkum7U4ZAW/WoKrNqZxRVAA==');
INSERT INTO entry VALUES(2,14,'sign',2,1,1,replace('detente.example/sign/v1\nrun 2\nround 1\nagent a\ntreaty D0NfzDilQLR2IT3g/G+ySWsUjp1gKJ6AaAgi0NjSFjQ=\nawaits rmWXLp6/WoTqEBezvhzrFpssC4fAAn2F1rjrQ/dicQk=\nawaits 6UaRqtyM8u0gT17Cl8r/wKXCy7bGY+w392A/eNNjuNc=','\n',char(10)),'OA0F0V4dXGj8Cn1sv7OAWcsYUOY+ZOFXkwpi0Isb7NCNa9wSaHsKFKp/1AgDtvdRgCAFuw5gZGUy8+Yt79IaDg==');
INSERT INTO entry VALUES(2,15,'sign',2,1,2,replace('detente.example/sign/v1\nrun 2\nround 1\nagent b\ntreaty D0NfzDilQLR2IT3g/G+ySWsUjp1gKJ6AaAgi0NjSFjQ=\nawaits rmWXLp6/WoTqEBezvhzrFpssC4fAAn2F1rjrQ/dicQk=\nawaits 6UaRqtyM8u0gT17Cl8r/wKXCy7bGY+w392A/eNNjuNc=','\n',char(10)),'85DfrtMhQ264saYXZWJmKYf8adOafzi1kAV5Jb4+m4WaAEGyQ5/FfLGHlwWuubsY6CsihHzgCHBi73XGTIWfCg==');
INSERT INTO entry VALUES(2,16,'home',2,1,1,replace('detente.example/home/v1\nrun 2\nround 1\nagent a\ntreaty D0NfzDilQLR2IT3g/G+ySWsUjp1gKJ6AaAgi0NjSFjQ=\nvote RATIFIED','\n',char(10)),'oDEaj1nCkQwTa6i3PNWpZ/ZkFL/wwzg2jIiRYkQmJZIfwGi6jJkFBX9BRI9tiqUxnMvsOcbJKLmOBsPpu2/5BQ==');
INSERT INTO entry VALUES(2,17,'home',2,1,2,replace('detente.example/home/v1\nrun 2\nround 1\nagent b\ntreaty D0NfzDilQLR2IT3g/G+ySWsUjp1gKJ6AaAgi0NjSFjQ=\nvote REJECTED','\n',char(10)),'CDp197NSLul8+NCaaYn4Qwn5X6qyWGnTfu5GaGaCeUq7EgHnSz1fVoX4HboplGX5+whYVQn3eqsGdBSW+E2RCg==');
INSERT INTO entry VALUES(2,18,'answer',2,2,1,replace('detente.example/answer/v1\nrun 2\nround 2\nagent a\ntreaty D0NfzDilQLR2IT3g/G+ySWsUjp1gKJ6AaAgi0NjSFjQ=\nanswer PLEDGE','\n',char(10)),'bAc9FrERgbvjbF1aOTSQ66/LC5ojEXIOajcm9Yn/ToCdBkW7kC7j1lRJjj1Ij4fREkICATylAAKiOe4ESdDnCg==');
INSERT INTO entry VALUES(2,19,'answer',2,2,2,replace('detente.example/answer/v1\nrun 2\nround 2\nagent b\ntreaty D0NfzDilQLR2IT3g/G+ySWsUjp1gKJ6AaAgi0NjSFjQ=\nanswer PLEDGE','\n',char(10)),'ve1/Kt6IZS3DF1Pwz/V1xlVYetNlr47gmEaje6Wjgu2XAqDoRZnqzLs4m0qv32aa+2UXJhdxMRgUW+mMX3mtBw==');
INSERT INTO entry VALUES(2,20,'sign',2,2,1,replace('detente.example/sign/v1\nrun 2\nround 2\nagent a\ntreaty D0NfzDilQLR2IT3g/G+ySWsUjp1gKJ6AaAgi0NjSFjQ=\nawaits rmWXLp6/WoTqEBezvhzrFpssC4fAAn2F1rjrQ/dicQk=\nawaits 6UaRqtyM8u0gT17Cl8r/wKXCy7bGY+w392A/eNNjuNc=','\n',char(10)),'laCPjVUgVcM9FxWqWSCJmxDUVktsjdkqPuOV0Qgg+AYHgUqnTuB6JYGx3p+Ql3bU9PxQeJmdcLbA7QJtLn0mCw==');
INSERT INTO entry VALUES(2,21,'sign',2,2,2,replace('detente.example/sign/v1\nrun 2\nround 2\nagent b\ntreaty D0NfzDilQLR2IT3g/G+ySWsUjp1gKJ6AaAgi0NjSFjQ=\nawaits rmWXLp6/WoTqEBezvhzrFpssC4fAAn2F1rjrQ/dicQk=\nawaits 6UaRqtyM8u0gT17Cl8r/wKXCy7bGY+w392A/eNNjuNc=','\n',char(10)),'7nIPbLTQRU10qZcr58hFe/08z+qv6rah403rVQdqjjstZZeTrPHWj2hEEy/YKPVtrDxPXclF6mUsL8JNTYu1Cw==');
INSERT INTO entry VALUES(2,22,'home',2,2,1,replace('detente.example/home/v1\nrun 2\nround 2\nagent a\ntreaty D0NfzDilQLR2IT3g/G+ySWsUjp1gKJ6AaAgi0NjSFjQ=\nvote RATIFIED','\n',char(10)),'bspzgdvKs+VJAF7T43/mfHc/pu8Eai8NSDK7NQBguINA8Gdou97QfJuG/M6lbtb2gUCRboQqe1nk71//uxIkAA==');
INSERT INTO entry VALUES(2,23,'home',2,2,2,replace('detente.example/home/v1\nrun 2\nround 2\nagent b\ntreaty D0NfzDilQLR2IT3g/G+ySWsUjp1gKJ6AaAgi0NjSFjQ=\nvote RATIFIED','\n',char(10)),'pSV6xjJwuD7wiNrMs7bp/RZr5FHDh/JnQgb7akUa/DU4rzCZb6NI+BOu0Jkf+wJ7ExLxuwP38HwyEYug/2SPAg==');
INSERT INTO entry VALUES(2,24,'enter',2,2,4,replace('detente.example/enter/v1\nrun 2\nround 2\nreferee referee\ntreaty D0NfzDilQLR2IT3g/G+ySWsUjp1gKJ6AaAgi0NjSFjQ=','\n',char(10)),'8EITONMagqCCveCnPWqo75mjFu9gweHz+aaHAX3z4r6ydON2pLOx7GCI+MM0/fxp3fm1bljFb0FPyCExby9yBA==');
INSERT INTO entry VALUES(2,25,'outcome',0,0,4,replace('detente.example/outcome/v1\nreferee referee\nchunk 1\nfirst-run 1\nlast-run 2\ndigest u16XpaahjGYiYqOtrLqH0D18sOkUOmRirpfhguhi4qc=','\n',char(10)),'eoxNFdWuirapQUQfQKSLBymxMGnj9qyoPSyN02xXaqY6en2sbmHEOQt50uAAxM53diSCwzCOzJURFGkF1ACjAg==');
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
INSERT INTO checkpoint VALUES(1,1,1,3,49,'f0bb1f9fce8a785e5325c9a1ec2c7cb6d6c081c587ee537393ef15a0cd22cb8d',replace('sim/log/913af288d27c4be7\n49\n45Hkf/e2/jCEVdOziAvpaiS9LbPVNwA00BXA7b6T8nk=\n\n— sim/log/913af288d27c4be7 UfPojINbytVBy8fBopQ70HBQPxxkQjJgjB3KdqFyAieneANeO8v7XF2zzCLYj9an/pjUy3ycnskfujV2rRu2GnlWFAA=\n','\n',char(10)));
INSERT INTO checkpoint VALUES(2,1,1,2,26,'bb5e97a5a6a18c662262a3adacba87d03d7cb0e9143a6462ae97e182e862e2a7',replace('sim/log/649b31e9db996616\n26\nQAmU/kHNJFgotvJf7KKh/oGisIjjncSd3X1mfUnuihQ=\n\n— sim/log/649b31e9db996616 Q0mgCpCRsif/BwkndDyE2LUzhOUEHSFAAVMdoA/xgHLH7qAI+9X7qY8T8GP3LSU6dLAXu30MWdRiciSVyxcxrZiIAAE=\n','\n',char(10)));
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
INSERT INTO schema_doc VALUES('agent_summary','fines_total','payoff','fines paid, subtracted from payoff_total; >= 0','12.0');
INSERT INTO schema_doc VALUES('agent_summary','host','name','the nation that may police it; empty for none','atlantis');
INSERT INTO schema_doc VALUES('agent_summary','kind','word','lab or nation','lab');
INSERT INTO schema_doc VALUES('agent_summary','monitoring_total','payoff','cost of monitoring, subtracted from payoff_total; >= 0','9.5');
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
INSERT INTO schema_doc VALUES('alike_but_treaty','experiment_id','number','the experiment: a row of the table experiment','1');
INSERT INTO schema_doc VALUES('alike_but_treaty','kind','number','the first experiment that differs from this in the treaty alone','1');
INSERT INTO schema_doc VALUES('cell','all_paused_share','share','of rounds in which every agent executed PAUSE','0.9');
INSERT INTO schema_doc VALUES('cell','all_paused_share_se','share','standard error of all_paused_share; 0 if exact','0.004');
INSERT INTO schema_doc VALUES('cell','breached_share','share','of runs with a breach','0.75');
INSERT INTO schema_doc VALUES('cell','breaches_missed_per_run','per run','breaches without a finding','0.3');
INSERT INTO schema_doc VALUES('cell','breaches_per_run','per run','moves of RACE by a party in force','1.5');
INSERT INTO schema_doc VALUES('cell','cell','number','of the cell, in the order in which cells are played','17');
INSERT INTO schema_doc VALUES('cell','cell_key','hex','SHA-256 of configuration, seed, model version, engine and runs','2c26b46b...');
INSERT INTO schema_doc VALUES('cell','config_sha256','hex','SHA-256 of config','2c26b46b...');
INSERT INTO schema_doc VALUES('cell','ended_share','share','of runs in which the treaty ended','0.25');
INSERT INTO schema_doc VALUES('cell','engine','name','that answered: chain is exact, lanes and reference simulate','chain');
INSERT INTO schema_doc VALUES('cell','entered_share','share','of runs in which the treaty entered into force','1.0');
INSERT INTO schema_doc VALUES('cell','findings_right_per_run','per run','findings at a breach','1.2');
INSERT INTO schema_doc VALUES('cell','findings_wrong_per_run','per run','findings at a pause','0.4');
INSERT INTO schema_doc VALUES('cell','fines_per_run','payoff','fines paid, subtracted from payoff; >= 0','2.5');
INSERT INTO schema_doc VALUES('cell','in_force_share','share','of rounds in which the treaty was in force','0.95');
INSERT INTO schema_doc VALUES('cell','mean_breached_round','round','of the first one, where there was one; NULL: none','12.5');
INSERT INTO schema_doc VALUES('cell','mean_ended_round','round','the last with the treaty, where it ended; NULL: never, or of version 1','61.5');
INSERT INTO schema_doc VALUES('cell','mean_entered_round','round','in which it did, where it did; NULL: never','1.0');
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
INSERT INTO schema_doc VALUES('cell_outcome','breaches_missed_per_run','per run','breaches without a finding','0.3');
INSERT INTO schema_doc VALUES('cell_outcome','breaches_per_run','per run','moves of RACE by a party in force','1.5');
INSERT INTO schema_doc VALUES('cell_outcome','cell','number','of the cell, in the order in which cells are played','17');
INSERT INTO schema_doc VALUES('cell_outcome','false_declarations_per_run','per run','declarations in force of what was not executed','0.8');
INSERT INTO schema_doc VALUES('cell_outcome','findings_right_per_run','per run','findings at a breach','1.2');
INSERT INTO schema_doc VALUES('cell_outcome','findings_wrong_per_run','per run','findings at a pause','0.4');
INSERT INTO schema_doc VALUES('cell_outcome','fines_per_run','payoff','fines paid, subtracted from payoff; >= 0','2.5');
INSERT INTO schema_doc VALUES('cell_outcome','monitoring_per_run','payoff','cost of monitoring, subtracted from payoff; >= 0','5.0');
INSERT INTO schema_doc VALUES('cell_outcome','name','name','of the agent, unique in its experiment','aurora');
INSERT INTO schema_doc VALUES('cell_outcome','party_share','share','of rounds as a party of the treaty in force','0.9');
INSERT INTO schema_doc VALUES('cell_outcome','pause_share','share','of rounds in which it paused','0.83');
INSERT INTO schema_doc VALUES('cell_outcome','pause_share_se','share','standard error of pause_share; 0 if exact','0.004');
INSERT INTO schema_doc VALUES('cell_outcome','payoff_per_round','payoff','mean of a round, all flows included','2.25');
INSERT INTO schema_doc VALUES('cell_outcome','payoff_per_round_se','payoff','standard error of payoff_per_round; 0 if exact','0.01');
INSERT INTO schema_doc VALUES('cell_outcome','slips_per_run','per run','executed moves that were not intended','1.0');
INSERT INTO schema_doc VALUES('cell_outcome','stopped_races_per_run','per run','races that the host nation stopped','0.5');
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
INSERT INTO schema_doc VALUES('choice','agent','number','the agent, from 1 in the scenario''s order, within its experiment','1');
INSERT INTO schema_doc VALUES('choice','connected','0 or 1','1 if the seat was connected then','1');
INSERT INTO schema_doc VALUES('choice','decided_ms','milliseconds','from the question to the answer; NULL: nobody answered','4200');
INSERT INTO schema_doc VALUES('choice','excluded_why','text','why the analysis leaves it out; empty: it does not','asked to be left out');
INSERT INTO schema_doc VALUES('choice','experiment_id','number','the experiment: a row of the table experiment','1');
INSERT INTO schema_doc VALUES('choice','participant','code','of a person; says nothing of who it is','p07');
INSERT INTO schema_doc VALUES('choice','round','number','a period of play, from 1 within its run','57');
INSERT INTO schema_doc VALUES('choice','run','number','a play of the game, from 1 within its experiment','17');
INSERT INTO schema_doc VALUES('choice','source','word','whose the move is: human, bot, timeout (a stand-in''s) or paper (a card)','human');
INSERT INTO schema_doc VALUES('class_moves','agent','number','the agent, from 1 in the scenario''s order, within its experiment','1');
INSERT INTO schema_doc VALUES('class_moves','block','number','of the lesson, in order, from 1','2');
INSERT INTO schema_doc VALUES('class_moves','connected','0 or 1','1 if the seat was connected then','1');
INSERT INTO schema_doc VALUES('class_moves','decided_ms','milliseconds','from the question to the answer; NULL: nobody answered','4200');
INSERT INTO schema_doc VALUES('class_moves','excluded_why','text','why the analysis leaves it out; empty: it does not','asked to be left out');
INSERT INTO schema_doc VALUES('class_moves','executed','move','what it did: PAUSE or RACE','RACE');
INSERT INTO schema_doc VALUES('class_moves','experiment_id','number','the experiment: a row of the table experiment','1');
INSERT INTO schema_doc VALUES('class_moves','intended','move','what its strategy chose: PAUSE or RACE','PAUSE');
INSERT INTO schema_doc VALUES('class_moves','matching_group','number','of those who met or exchanged members; what depends on what','3');
INSERT INTO schema_doc VALUES('class_moves','name','name','of the agent, unique in its experiment','aurora');
INSERT INTO schema_doc VALUES('class_moves','participant','code','of a person; says nothing of who it is','p07');
INSERT INTO schema_doc VALUES('class_moves','payoff','payoff','of the round, all flows included','3.0');
INSERT INTO schema_doc VALUES('class_moves','round','number','a period of play, from 1 within its run','57');
INSERT INTO schema_doc VALUES('class_moves','run','number','a play of the game, from 1 within its experiment','17');
INSERT INTO schema_doc VALUES('class_moves','scenario','name','who plays, for what, how long','two-labs');
INSERT INTO schema_doc VALUES('class_moves','source','word','whose the move is: human, bot, timeout (a stand-in''s) or paper (a card)','human');
INSERT INTO schema_doc VALUES('class_moves','treaty','name','the treaty offered; none where there is no treaty','inspected-halt');
INSERT INTO schema_doc VALUES('class_run','block','number','of the lesson, in order, from 1','2');
INSERT INTO schema_doc VALUES('class_run','experiment_id','number','the experiment: a row of the table experiment','1');
INSERT INTO schema_doc VALUES('class_run','matching_group','number','of those who met or exchanged members; what depends on what','3');
INSERT INTO schema_doc VALUES('class_run','run','number','a play of the game, from 1 within its experiment','17');
INSERT INTO schema_doc VALUES('cluster','cluster','number','of what depends on each other: the matching group of a class, else the run','17');
INSERT INTO schema_doc VALUES('cluster','experiment_id','number','the experiment: a row of the table experiment','1');
INSERT INTO schema_doc VALUES('cluster','run','number','a play of the game, from 1 within its experiment','17');
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
INSERT INTO schema_doc VALUES('experiment_setting','bond','payoff','that a party deposits','10');
INSERT INTO schema_doc VALUES('experiment_setting','common_mode','chance','that all signals of a round err together','0.1');
INSERT INTO schema_doc VALUES('experiment_setting','continuation','chance','that a round is followed by another','0.99');
INSERT INTO schema_doc VALUES('experiment_setting','enforcement','chance','that a host nation that pauses stops the RACE of its lab','0.9');
INSERT INTO schema_doc VALUES('experiment_setting','engine','name','the simulator that played','reference');
INSERT INTO schema_doc VALUES('experiment_setting','experiment_id','number','the experiment: a row of the table experiment','1');
INSERT INTO schema_doc VALUES('experiment_setting','first_fine','payoff','of the first step of the ladder','2');
INSERT INTO schema_doc VALUES('experiment_setting','forgive_after','rounds','without a finding that take a strike away; 0: never','12');
INSERT INTO schema_doc VALUES('experiment_setting','monitoring_cost','payoff','of monitoring, a party and round, beside that of the channels','0.02');
INSERT INTO schema_doc VALUES('experiment_setting','notice','rounds','between a notice of withdrawal and its effect','6');
INSERT INTO schema_doc VALUES('experiment_setting','payoffs','name','the payoff model','prisoners-dilemma');
INSERT INTO schema_doc VALUES('experiment_setting','private_false_alarm','chance','that an agent sees a RACE where there was none, without treaty','0.05');
INSERT INTO schema_doc VALUES('experiment_setting','private_miss','chance','that an agent sees no RACE where there was one, without treaty','0.1');
INSERT INTO schema_doc VALUES('experiment_setting','public_false_alarm','chance','that a public signal shows a RACE where there was none, without treaty','0.05');
INSERT INTO schema_doc VALUES('experiment_setting','public_miss','chance','that a public signal shows no RACE where there was one, without treaty','0.1');
INSERT INTO schema_doc VALUES('experiment_setting','rounds_asked','rounds','of a run, at most; 0: only continuation ends it','200');
INSERT INTO schema_doc VALUES('experiment_setting','scenario','name','who plays, for what, how long','two-labs');
INSERT INTO schema_doc VALUES('experiment_setting','seed','decimal text','of all chance in the experiment, 0 to 18446744073709551615','42');
INSERT INTO schema_doc VALUES('experiment_setting','slip','chance','that an executed move is not the intended one','0.01');
INSERT INTO schema_doc VALUES('experiment_setting','tariff','payoff','that parties charge those outside, a round','0');
INSERT INTO schema_doc VALUES('experiment_setting','treaty','name','the treaty offered; none where there is no treaty','inspected-halt');
INSERT INTO schema_doc VALUES('experiment_setting','treaty_false_alarm','chance','that the treaty raises a false alarm, where it says so itself; NULL: its channels say','0.05');
INSERT INTO schema_doc VALUES('experiment_setting','treaty_miss','chance','that the treaty misses a RACE, where it says so itself; NULL: its channels say','0.1');
INSERT INTO schema_doc VALUES('experiment_setting','treaty_rounds','rounds','that the treaty lasts; 0: without end','60');
INSERT INTO schema_doc VALUES('false_alarms','agent','number','the agent, from 1 in the scenario''s order, within its experiment','1');
INSERT INTO schema_doc VALUES('false_alarms','alarm_precision','share','findings_right / all findings: how often one is true; NULL without any','0.75');
INSERT INTO schema_doc VALUES('false_alarms','breaches','moves','of RACE executed while the treaty in force forbade it, seen or not','4');
INSERT INTO schema_doc VALUES('false_alarms','breaches_missed','moves','breaches without a finding','1');
INSERT INTO schema_doc VALUES('false_alarms','clean_rounds','rounds','rounds_bound - breaches','186');
INSERT INTO schema_doc VALUES('false_alarms','experiment_id','number','the experiment: a row of the table experiment','1');
INSERT INTO schema_doc VALUES('false_alarms','false_alarm_rate','share','findings_wrong / clean_rounds; NULL without any','0.05');
INSERT INTO schema_doc VALUES('false_alarms','findings_right','findings','of the treaty at a breach: by a public alarm, or by accusers','3');
INSERT INTO schema_doc VALUES('false_alarms','findings_wrong','findings','of the treaty where there was no breach','1');
INSERT INTO schema_doc VALUES('false_alarms','miss_rate','share','breaches_missed / breaches; NULL without any','0.2');
INSERT INTO schema_doc VALUES('false_alarms','name','name','of the agent, unique in its experiment','aurora');
INSERT INTO schema_doc VALUES('false_alarms','rounds_party','rounds','in which the agent was a party of the treaty in force','190');
INSERT INTO schema_doc VALUES('false_alarms','scenario','name','who plays, for what, how long','two-labs');
INSERT INTO schema_doc VALUES('false_alarms','treaty','name','the treaty offered; none where there is no treaty','inspected-halt');
INSERT INTO schema_doc VALUES('matrix_payoff','agent','number','the agent, from 1 in the scenario''s order, within its experiment','1');
INSERT INTO schema_doc VALUES('matrix_payoff','experiment_id','number','the experiment: a row of the table experiment','1');
INSERT INTO schema_doc VALUES('matrix_payoff','punishment','payoff','P of a round: both race','1');
INSERT INTO schema_doc VALUES('matrix_payoff','reward','payoff','R of a round: both pause','3');
INSERT INTO schema_doc VALUES('matrix_payoff','sucker','payoff','S of a round: I pause, the other races','0');
INSERT INTO schema_doc VALUES('matrix_payoff','temptation','payoff','T of a round: I race, the other pauses','5');
INSERT INTO schema_doc VALUES('move','agent','number','the agent, from 1 in the scenario''s order, within its experiment','1');
INSERT INTO schema_doc VALUES('move','alarm','0 or 1','1 if a public alarm said that it raced','1');
INSERT INTO schema_doc VALUES('move','alarms_seen','agents','others that this agent saw racing','1');
INSERT INTO schema_doc VALUES('move','bound','0 or 1','1 if RACE by it would be a breach','1');
INSERT INTO schema_doc VALUES('move','declared','move','what it signed for: PAUSE or RACE','PAUSE');
INSERT INTO schema_doc VALUES('move','executed','move','what it did: PAUSE or RACE','RACE');
INSERT INTO schema_doc VALUES('move','experiment_id','number','the experiment: a row of the table experiment','1');
INSERT INTO schema_doc VALUES('move','finding','0 or 1','1 if the treaty responded to it: what a fine follows from','1');
INSERT INTO schema_doc VALUES('move','fine','payoff','paid in the round, subtracted from payoff; >= 0','2.0');
INSERT INTO schema_doc VALUES('move','intended','move','what its strategy chose: PAUSE or RACE','PAUSE');
INSERT INTO schema_doc VALUES('move','party','0 or 1','1 if a party of the treaty in force or suspended','1');
INSERT INTO schema_doc VALUES('move','payoff','payoff','of the round, all flows included','3.0');
INSERT INTO schema_doc VALUES('move','round','number','a period of play, from 1 within its run','57');
INSERT INTO schema_doc VALUES('move','run','number','a play of the game, from 1 within its experiment','17');
INSERT INTO schema_doc VALUES('move','stopped','0 or 1','1 if its host nation stopped its RACE','0');
INSERT INTO schema_doc VALUES('move_code','agent','number','the agent, from 1 in the scenario''s order, within its experiment','1');
INSERT INTO schema_doc VALUES('move_code','alarms_seen','agents','others that this agent saw racing','1');
INSERT INTO schema_doc VALUES('move_code','experiment_id','number','the experiment: a row of the table experiment','1');
INSERT INTO schema_doc VALUES('move_code','fine','payoff','paid in the round, subtracted from payoff; >= 0','2.0');
INSERT INTO schema_doc VALUES('move_code','flags','bits','a sum: 1 intended RACE, 2 executed RACE, 4 declared RACE, 8 party, 16 alarm, 32 stopped, 64 finding, 128 bound, 256 these two unknown','10');
INSERT INTO schema_doc VALUES('move_code','payoff','payoff','of the round, all flows included','3.0');
INSERT INTO schema_doc VALUES('move_code','round','number','a period of play, from 1 within its run','57');
INSERT INTO schema_doc VALUES('move_code','run','number','a play of the game, from 1 within its experiment','17');
INSERT INTO schema_doc VALUES('move_source','agent','number','the agent, from 1 in the scenario''s order, within its experiment','1');
INSERT INTO schema_doc VALUES('move_source','experiment_id','number','the experiment: a row of the table experiment','1');
INSERT INTO schema_doc VALUES('move_source','round','number','a period of play, from 1 within its run','57');
INSERT INTO schema_doc VALUES('move_source','run','number','a play of the game, from 1 within its experiment','17');
INSERT INTO schema_doc VALUES('move_source','source','word','what chose the move: strategy, learner, command (a program), import, party; of a class human, bot, timeout, paper','strategy');
INSERT INTO schema_doc VALUES('negotiation','defections','ratifications','that failed at home','0');
INSERT INTO schema_doc VALUES('negotiation','ending','word','agreed, deadline, broken off, walked out or nothing can be ratified','agreed');
INSERT INTO schema_doc VALUES('negotiation','experiment_id','number','the experiment: a row of the table experiment','1');
INSERT INTO schema_doc VALUES('negotiation','parties','agents','bound when the text entered into force','3');
INSERT INTO schema_doc VALUES('negotiation','rounds','rounds','of talks; one less of racing','4');
INSERT INTO schema_doc VALUES('negotiation','run','number','the negotiation, from 1','7');
INSERT INTO schema_doc VALUES('negotiation','text','number','of the text on the menu, from 1; NULL: of none','7');
INSERT INTO schema_doc VALUES('negotiation_party','agent','number','the agent, from 1 within its experiment; NULL: the mediator, or nobody','2');
INSERT INTO schema_doc VALUES('negotiation_party','experiment_id','number','the experiment: a row of the table experiment','1');
INSERT INTO schema_doc VALUES('negotiation_party','gain','payoff a round','over racing for ever, as at the start of talks, by its own belief','0.41');
INSERT INTO schema_doc VALUES('negotiation_party','joined_round','round of talks','from which on the text binds it; NULL: it never does','4');
INSERT INTO schema_doc VALUES('negotiation_party','run','number','the negotiation, from 1','7');
INSERT INTO schema_doc VALUES('outcome','agent','number','the agent, from 1 in the scenario''s order, within its experiment','1');
INSERT INTO schema_doc VALUES('outcome','breaches','moves','of RACE executed while the treaty in force forbade it, seen or not','4');
INSERT INTO schema_doc VALUES('outcome','breaches_missed','moves','breaches without a finding','1');
INSERT INTO schema_doc VALUES('outcome','experiment_id','number','the experiment: a row of the table experiment','1');
INSERT INTO schema_doc VALUES('outcome','false_declarations','moves','that a party declared to be other than what it executed','4');
INSERT INTO schema_doc VALUES('outcome','findings_right','findings','of the treaty at a breach: by a public alarm, or by accusers','3');
INSERT INTO schema_doc VALUES('outcome','findings_wrong','findings','of the treaty where there was no breach','1');
INSERT INTO schema_doc VALUES('outcome','fines_total','payoff','fines paid, subtracted from payoff_total; >= 0','12.0');
INSERT INTO schema_doc VALUES('outcome','monitoring_total','payoff','cost of monitoring, subtracted from payoff_total; >= 0','9.5');
INSERT INTO schema_doc VALUES('outcome','payoff_total','payoff','over the run, all flows included','541.5');
INSERT INTO schema_doc VALUES('outcome','rounds_bound','rounds','of rounds_party, those in which RACE was a breach: not in grace','150');
INSERT INTO schema_doc VALUES('outcome','rounds_party','rounds','in which the agent was a party of the treaty in force','190');
INSERT INTO schema_doc VALUES('outcome','rounds_paused','rounds','in which the agent executed PAUSE','180');
INSERT INTO schema_doc VALUES('outcome','run','number','a play of the game, from 1 within its experiment','17');
INSERT INTO schema_doc VALUES('outcome','slips','moves','that came out other than intended, by chance','2');
INSERT INTO schema_doc VALUES('outcome','stopped_races','moves','of RACE that the host nation stopped','0');
INSERT INTO schema_doc VALUES('outcome','transfers_total','payoff','the part of payoff from side payments and tariffs; paid is < 0','3.0');
INSERT INTO schema_doc VALUES('pair','agent','number','the agent, from 1 in the scenario''s order, within its experiment','1');
INSERT INTO schema_doc VALUES('pair','experiment_id','number','the experiment: a row of the table experiment','1');
INSERT INTO schema_doc VALUES('pair','other_agent','number','the agent it is compared with','2');
INSERT INTO schema_doc VALUES('pair','pause_pause','rounds','in which both executed PAUSE','150');
INSERT INTO schema_doc VALUES('pair','pause_race','rounds','in which it paused and the other raced','20');
INSERT INTO schema_doc VALUES('pair','pauses_after_pause','rounds','of rounds_after_pause, those in which it paused','150');
INSERT INTO schema_doc VALUES('pair','pauses_after_race','rounds','of rounds_after_race, those in which it paused','4');
INSERT INTO schema_doc VALUES('pair','race_pause','rounds','in which it raced and the other paused','10');
INSERT INTO schema_doc VALUES('pair','race_race','rounds','in which both executed RACE','20');
INSERT INTO schema_doc VALUES('pair','rounds_after_pause','rounds','that followed a round in which the other paused','160');
INSERT INTO schema_doc VALUES('pair','rounds_after_race','rounds','that followed a round in which the other raced','39');
INSERT INTO schema_doc VALUES('pair','run','number','a play of the game, from 1 within its experiment','17');
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
INSERT INTO schema_doc VALUES('participant','consent','version','of the text it agreed to; empty: to none','1');
INSERT INTO schema_doc VALUES('participant','excluded_why','text','why the analysis leaves it out; empty: it does not','asked to be left out');
INSERT INTO schema_doc VALUES('participant','experiment_id','number','the experiment: a row of the table experiment','1');
INSERT INTO schema_doc VALUES('participant','joined_at','UTC','when the person came, ISO 8601','2026-06-01T12:00:00Z');
INSERT INTO schema_doc VALUES('participant','left_at','UTC','when it went before the end; empty: it stayed','');
INSERT INTO schema_doc VALUES('participant','participant','code','of a person; says nothing of who it is','p07');
INSERT INTO schema_doc VALUES('query_doc','about','text','what its answer tells, and how to read it','One row a configuration and measure...');
INSERT INTO schema_doc VALUES('query_doc','example','text','parameters to try it with, each NAME=VALUE; empty: without any','measure=pause_share');
INSERT INTO schema_doc VALUES('query_doc','picture','text','how its answer is drawn: kind, then columns; empty: it is not','bars x=treaty y=effect');
INSERT INTO schema_doc VALUES('query_doc','query','name','of a named query: detente query DB NAME','treaty-effect');
INSERT INTO schema_doc VALUES('query_doc','question','text','that it answers','Did the treaty change it, and by how much?');
INSERT INTO schema_doc VALUES('query_doc','sql','SQL','its text; a parameter is :NAME in it','SELECT ...');
INSERT INTO schema_doc VALUES('query_doc','title','text','a line that says what it is, for people','Two labs under a treaty');
INSERT INTO schema_doc VALUES('query_parameter','meaning','text','what it says','played in the run');
INSERT INTO schema_doc VALUES('query_parameter','parameter','name','of what the query takes: --set NAME=VALUE','measure');
INSERT INTO schema_doc VALUES('query_parameter','place','number','of the parameter among those of the query, from 1','1');
INSERT INTO schema_doc VALUES('query_parameter','query','name','of a named query: detente query DB NAME','treaty-effect');
INSERT INTO schema_doc VALUES('query_parameter','type','word','of the value: integer, number, text, or words: up|down','text');
INSERT INTO schema_doc VALUES('query_parameter','unit','text','of the value; empty: none','name');
INSERT INTO schema_doc VALUES('query_parameter','value','text','that it has by itself; empty: none, which is NULL','pause_share');
INSERT INTO schema_doc VALUES('quiz_answer','answer','text','that was given','3 rounds');
INSERT INTO schema_doc VALUES('quiz_answer','attempt','number','of the person at the question, from 1','1');
INSERT INTO schema_doc VALUES('quiz_answer','correct','0 or 1','1 if it was right','1');
INSERT INTO schema_doc VALUES('quiz_answer','experiment_id','number','the experiment: a row of the table experiment','1');
INSERT INTO schema_doc VALUES('quiz_answer','participant','code','of a person; says nothing of who it is','p07');
INSERT INTO schema_doc VALUES('quiz_answer','question','number','of the quiz, from 1','4');
INSERT INTO schema_doc VALUES('round','experiment_id','number','the experiment: a row of the table experiment','1');
INSERT INTO schema_doc VALUES('round','phase','word','of the treaty in that round: none, open, in force, suspended, ended','in force');
INSERT INTO schema_doc VALUES('round','round','number','a period of play, from 1 within its run','57');
INSERT INTO schema_doc VALUES('round','run','number','a play of the game, from 1 within its experiment','17');
INSERT INTO schema_doc VALUES('round_tally','alarms','alarms','public ones, of all agents and runs','60');
INSERT INTO schema_doc VALUES('round_tally','all_paused','runs','in which every agent executed PAUSE','880');
INSERT INTO schema_doc VALUES('round_tally','breaches','moves','of RACE in it by those bound to pause; NULL: not kept','40');
INSERT INTO schema_doc VALUES('round_tally','experiment_id','number','the experiment: a row of the table experiment','1');
INSERT INTO schema_doc VALUES('round_tally','findings','findings','of the treaty in it, right and wrong; NULL: not kept','35');
INSERT INTO schema_doc VALUES('round_tally','in_force','runs','in which the treaty was in force','950');
INSERT INTO schema_doc VALUES('round_tally','pauses','moves','PAUSE executed in it, of all agents and runs','1830');
INSERT INTO schema_doc VALUES('round_tally','round','number','a period of play, from 1 within its run','57');
INSERT INTO schema_doc VALUES('round_tally','runs','runs','of the experiment that played that round','1000');
INSERT INTO schema_doc VALUES('round_tally','suspended','runs','in which the treaty was suspended','10');
INSERT INTO schema_doc VALUES('run','all_paused_rounds','rounds','in which every agent executed PAUSE: the halt held','180');
INSERT INTO schema_doc VALUES('run','ended_round','round','the last in which the treaty was in force or suspended; NULL: it outlived the run','120');
INSERT INTO schema_doc VALUES('run','ending','word','why the treaty ended: none, response, sunset, lapse, deserted','response');
INSERT INTO schema_doc VALUES('run','entered_round','round','the first in which the treaty was in force; NULL: never','3');
INSERT INTO schema_doc VALUES('run','experiment_id','number','the experiment: a row of the table experiment','1');
INSERT INTO schema_doc VALUES('run','first_breach_round','round','of the first breach; NULL: none','57');
INSERT INTO schema_doc VALUES('run','in_force_rounds','rounds','in which the treaty was in force','190');
INSERT INTO schema_doc VALUES('run','rounds','rounds','played in the run','200');
INSERT INTO schema_doc VALUES('run','run','number','a play of the game, from 1 within its experiment','17');
INSERT INTO schema_doc VALUES('run','suspended_rounds','rounds','in which the treaty was suspended','10');
INSERT INTO schema_doc VALUES('run_summary','agents','agents','in the scenario','2');
INSERT INTO schema_doc VALUES('run_summary','all_paused_share','share','all_paused_rounds / rounds','0.9');
INSERT INTO schema_doc VALUES('run_summary','breaches','moves','of RACE executed while the treaty in force forbade it, seen or not','4');
INSERT INTO schema_doc VALUES('run_summary','breaches_missed','moves','breaches without a finding','1');
INSERT INTO schema_doc VALUES('run_summary','ended_round','round','the last in which the treaty was in force or suspended; NULL: it outlived the run','120');
INSERT INTO schema_doc VALUES('run_summary','ending','word','why the treaty ended: none, response, sunset, lapse, deserted','response');
INSERT INTO schema_doc VALUES('run_summary','entered_round','round','the first in which the treaty was in force; NULL: never','3');
INSERT INTO schema_doc VALUES('run_summary','experiment_id','number','the experiment: a row of the table experiment','1');
INSERT INTO schema_doc VALUES('run_summary','findings_right','findings','of the treaty at a breach: by a public alarm, or by accusers','3');
INSERT INTO schema_doc VALUES('run_summary','findings_wrong','findings','of the treaty where there was no breach','1');
INSERT INTO schema_doc VALUES('run_summary','fines_total','payoff','fines paid, subtracted from payoff_total; >= 0','12.0');
INSERT INTO schema_doc VALUES('run_summary','first_breach_round','round','of the first breach; NULL: none','57');
INSERT INTO schema_doc VALUES('run_summary','in_force_share','share','in_force_rounds / rounds','0.95');
INSERT INTO schema_doc VALUES('run_summary','monitoring_total','payoff','cost of monitoring, subtracted from payoff_total; >= 0','9.5');
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
INSERT INTO schema_doc VALUES('seat','agent','number','the agent, from 1 in the scenario''s order, within its experiment','1');
INSERT INTO schema_doc VALUES('seat','experiment_id','number','the experiment: a row of the table experiment','1');
INSERT INTO schema_doc VALUES('seat','participant','code','of a person; says nothing of who it is','p07');
INSERT INTO schema_doc VALUES('seat','run','number','a play of the game, from 1 within its experiment','17');
INSERT INTO schema_doc VALUES('setting','experiment_id','number','the experiment: a row of the table experiment','1');
INSERT INTO schema_doc VALUES('setting','key','path','of the setting, as --set takes it','noise.slip');
INSERT INTO schema_doc VALUES('setting','unit','text','of value; empty for words and plain numbers','chance');
INSERT INTO schema_doc VALUES('setting','value','as unit','as the configuration has it, default or not','0.01');
INSERT INTO schema_doc VALUES('setting_varied','experiment_id','number','the experiment: a row of the table experiment','1');
INSERT INTO schema_doc VALUES('setting_varied','key','path','of the setting, as --set takes it','noise.slip');
INSERT INTO schema_doc VALUES('setting_varied','unit','text','of value; empty for words and plain numbers','chance');
INSERT INTO schema_doc VALUES('setting_varied','value','as unit','as the configuration has it, default or not','0.01');
INSERT INTO schema_doc VALUES('signer','experiment_id','number','the experiment: a row of the table experiment','1');
INSERT INTO schema_doc VALUES('signer','identity_vkey','vkey','the key that signed for session_vkey','sim/aurora+...');
INSERT INTO schema_doc VALUES('signer','name','name','of the agent or officer who signs','aurora');
INSERT INTO schema_doc VALUES('signer','role','word','log, referee, inspector, party or bystander','party');
INSERT INTO schema_doc VALUES('signer','session_vkey','vkey','the key that signs in this experiment (C2SP: name+id+base64)','sim/aurora/0123456789abcdef+...');
INSERT INTO schema_doc VALUES('signer','signer','number','who signs: a row of the table signer, from 1 within its experiment','4');
INSERT INTO schema_doc VALUES('solution','command','text','the command line that finds it again','detente solve two-powers');
INSERT INTO schema_doc VALUES('solution','config','YAML or .nfg','what it was asked of, resolved; may be empty','scenario: two-powers...');
INSERT INTO schema_doc VALUES('solution','config_sha256','hex','of config','9f86d081...');
INSERT INTO schema_doc VALUES('solution','holds','0 or 1','1: shown; 0: the answer is no, or neither is shown','1');
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
INSERT INTO schema_doc VALUES('subject','agent','number','the agent, from 1 in the scenario''s order, within its experiment','1');
INSERT INTO schema_doc VALUES('subject','experiment_id','number','the experiment: a row of the table experiment','1');
INSERT INTO schema_doc VALUES('subject','match','name','that a subject played, as the file names it','17');
INSERT INTO schema_doc VALUES('subject','run','number','a play of the game, from 1 within its experiment','17');
INSERT INTO schema_doc VALUES('subject','session','name','of the experiment in which they met, as the file says; empty: it does not','2');
INSERT INTO schema_doc VALUES('subject','subject','name','a person, as the imported file names it','62');
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
INSERT INTO schema_doc VALUES('sweep_cells','all_paused_share','share','all_paused_rounds / rounds','0.9');
INSERT INTO schema_doc VALUES('sweep_cells','all_paused_share_se','share','standard error of all_paused_share; 0 if exact','0.004');
INSERT INTO schema_doc VALUES('sweep_cells','breached_share','share','of runs with a breach','0.75');
INSERT INTO schema_doc VALUES('sweep_cells','breaches_missed_per_run','per run','breaches without a finding','0.3');
INSERT INTO schema_doc VALUES('sweep_cells','breaches_per_run','per run','moves of RACE by a party in force','1.5');
INSERT INTO schema_doc VALUES('sweep_cells','cell','number','of the cell, in the order in which cells are played','17');
INSERT INTO schema_doc VALUES('sweep_cells','cell_key','hex','SHA-256 of configuration, seed, model version, engine and runs','2c26b46b...');
INSERT INTO schema_doc VALUES('sweep_cells','config_sha256','hex','SHA-256 of config','2c26b46b...');
INSERT INTO schema_doc VALUES('sweep_cells','ended_share','share','of runs in which the treaty ended','0.25');
INSERT INTO schema_doc VALUES('sweep_cells','engine','name','that answered','lanes');
INSERT INTO schema_doc VALUES('sweep_cells','entered_share','share','of runs in which the treaty entered into force','1.0');
INSERT INTO schema_doc VALUES('sweep_cells','exact','0 or 1','1: worked out and not simulated','1');
INSERT INTO schema_doc VALUES('sweep_cells','findings_right_per_run','per run','findings at a breach','1.2');
INSERT INTO schema_doc VALUES('sweep_cells','findings_wrong_per_run','per run','findings at a pause','0.4');
INSERT INTO schema_doc VALUES('sweep_cells','fines_per_run','payoff','fines paid, subtracted from payoff; >= 0','2.5');
INSERT INTO schema_doc VALUES('sweep_cells','in_force_share','share','in_force_rounds / rounds','0.95');
INSERT INTO schema_doc VALUES('sweep_cells','mean_breached_round','round','of the first one, where there was one; NULL: none','12.5');
INSERT INTO schema_doc VALUES('sweep_cells','mean_ended_round','round','the last with the treaty, where it ended; NULL: never, or of version 1','61.5');
INSERT INTO schema_doc VALUES('sweep_cells','mean_entered_round','round','in which it did, where it did; NULL: never','1.0');
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
INSERT INTO schema_doc VALUES('talks_event','agent','number','the agent, from 1 within its experiment; NULL: the mediator, or nobody','2');
INSERT INTO schema_doc VALUES('talks_event','aspired','of its best gain','what the agent aspired to then','0.8');
INSERT INTO schema_doc VALUES('talks_event','chance','chance','that it would be ratified','1.0');
INSERT INTO schema_doc VALUES('talks_event','does','word','proposes, accepts, refuses, signs, ratifies, rejects, enters, ...','refuses');
INSERT INTO schema_doc VALUES('talks_event','event','number','of the step in its negotiation, from 1','12');
INSERT INTO schema_doc VALUES('talks_event','experiment_id','number','the experiment: a row of the table experiment','1');
INSERT INTO schema_doc VALUES('talks_event','round','round of talks','in which it happened','4');
INSERT INTO schema_doc VALUES('talks_event','run','number','the negotiation, from 1','7');
INSERT INTO schema_doc VALUES('talks_event','support','share','of the weight at home: at a ratification','0.57');
INSERT INTO schema_doc VALUES('talks_event','text','number','of the text on the menu, from 1; NULL: of none','7');
INSERT INTO schema_doc VALUES('talks_event','worth','of its best gain','of the text, to the agent','0.6');
INSERT INTO schema_doc VALUES('talks_outcome','defections','ratifications','that failed at home','0');
INSERT INTO schema_doc VALUES('talks_outcome','experiment_id','number','the experiment: a row of the table experiment','1');
INSERT INTO schema_doc VALUES('talks_outcome','holds','word','what solve says of it: yes, but, no or unknown','yes');
INSERT INTO schema_doc VALUES('talks_outcome','mean_parties','agents','bound at entry, the mean of them','3');
INSERT INTO schema_doc VALUES('talks_outcome','mean_rounds','rounds','of talks, the mean of them','3.5');
INSERT INTO schema_doc VALUES('talks_outcome','negotiations','negotiations','that ended so','412');
INSERT INTO schema_doc VALUES('talks_outcome','negotiations_share','share','of all negotiations','0.82');
INSERT INTO schema_doc VALUES('talks_outcome','scenario','name','who plays, for what, how long','two-powers');
INSERT INTO schema_doc VALUES('talks_outcome','text','number','of the text on the menu, from 1; NULL: of none','7');
INSERT INTO schema_doc VALUES('talks_outcome','text_name','name','of the text','cwc');
INSERT INTO schema_doc VALUES('talks_outcome','treaty','name','the menu','halt');
INSERT INTO schema_doc VALUES('talks_party','agent','number','the agent, from 1 within its experiment; NULL: the mediator, or nobody','2');
INSERT INTO schema_doc VALUES('talks_party','alone_payoff','payoff a round','if it alone pauses, bound by nothing','0.4');
INSERT INTO schema_doc VALUES('talks_party','at_table','0 or 1','1: it may sign a text','1');
INSERT INTO schema_doc VALUES('talks_party','experiment_id','number','the experiment: a row of the table experiment','1');
INSERT INTO schema_doc VALUES('talks_party','negotiator','name','how it bargains','boulware');
INSERT INTO schema_doc VALUES('talks_party','patience','of this round','what the next round counts to it','0.95');
INSERT INTO schema_doc VALUES('talks_party','racing_payoff','payoff a round','without an agreement','1.02');
INSERT INTO schema_doc VALUES('talks_step','agent','number','the agent, from 1 within its experiment; NULL: the mediator, or nobody','2');
INSERT INTO schema_doc VALUES('talks_step','aspired','of its best gain','what the agent aspired to then','0.8');
INSERT INTO schema_doc VALUES('talks_step','chance','chance','that it would be ratified','1.0');
INSERT INTO schema_doc VALUES('talks_step','does','word','proposes, accepts, refuses, signs, ratifies, rejects, enters, ...','refuses');
INSERT INTO schema_doc VALUES('talks_step','event','number','of the step in its negotiation, from 1','12');
INSERT INTO schema_doc VALUES('talks_step','experiment_id','number','the experiment: a row of the table experiment','1');
INSERT INTO schema_doc VALUES('talks_step','holds','word','what solve says of it: yes, but, no or unknown','yes');
INSERT INTO schema_doc VALUES('talks_step','name','name','of the agent','us');
INSERT INTO schema_doc VALUES('talks_step','round','round of talks','in which it happened','4');
INSERT INTO schema_doc VALUES('talks_step','run','number','the negotiation, from 1','7');
INSERT INTO schema_doc VALUES('talks_step','scenario','name','who plays, for what, how long','two-powers');
INSERT INTO schema_doc VALUES('talks_step','support','share','of the weight at home: at a ratification','0.57');
INSERT INTO schema_doc VALUES('talks_step','text','number','of the text on the menu, from 1; NULL: of none','7');
INSERT INTO schema_doc VALUES('talks_step','text_name','name','of the text','cwc');
INSERT INTO schema_doc VALUES('talks_step','treaty','name','the menu','halt');
INSERT INTO schema_doc VALUES('talks_step','worth','of its best gain','of the text, to the agent','0.6');
INSERT INTO schema_doc VALUES('talks_text','config','YAML','the scenario under this text, with every default; save it and run it','scenario: two-powers...');
INSERT INTO schema_doc VALUES('talks_text','config_sha256','hex','SHA-256 of config','2c26b46b...');
INSERT INTO schema_doc VALUES('talks_text','experiment_id','number','the experiment: a row of the table experiment','1');
INSERT INTO schema_doc VALUES('talks_text','holds','word','what solve says of it: yes, but, no or unknown','yes');
INSERT INTO schema_doc VALUES('talks_text','in_force_share','share','of rounds in force, if it is kept','0.95');
INSERT INTO schema_doc VALUES('talks_text','judged_by_play','0 or 1','1: that is by play','0');
INSERT INTO schema_doc VALUES('talks_text','name','name','of the text: treaty and clauses','conditional-halt fine=3');
INSERT INTO schema_doc VALUES('talks_text','pause_share','share','of moves that are pauses, if it is kept','0.92');
INSERT INTO schema_doc VALUES('talks_text','sha256','hex','of the treaty''s resolved text: what signatures name','9f86d081...');
INSERT INTO schema_doc VALUES('talks_text','text','number','of the text on the menu, from 1; NULL: of none','7');
INSERT INTO schema_doc VALUES('talks_text','treaty','name','the treaty, or the one that the clauses were put into','grim');
INSERT INTO schema_doc VALUES('talks_text','worth_by_play','0 or 1','1: what it is worth is played','0');
INSERT INTO schema_doc VALUES('talks_text','worth_se','payoff a round','largest standard error of what it is worth; 0: exact','0.01');
INSERT INTO schema_doc VALUES('talks_worth','agent','number','the agent, from 1 within its experiment; NULL: the mediator, or nobody','2');
INSERT INTO schema_doc VALUES('talks_worth','broken_payoff','payoff a round','under the text, if those who sign race','1.01');
INSERT INTO schema_doc VALUES('talks_worth','expected_gain','payoff a round','over racing, as the others reckon: private costs in the mean','0.6');
INSERT INTO schema_doc VALUES('talks_worth','experiment_id','number','the experiment: a row of the table experiment','1');
INSERT INTO schema_doc VALUES('talks_worth','kept_payoff','payoff a round','under the text, if it is kept','1.8');
INSERT INTO schema_doc VALUES('talks_worth','outside_broken_payoff','payoff a round','the same, if the others race; NULL: as outside_payoff','1.0');
INSERT INTO schema_doc VALUES('talks_worth','outside_payoff','payoff a round','if the agent alone stays out, and the others keep the text; NULL: it is not in force without the agent, or not open to it','1.9');
INSERT INTO schema_doc VALUES('talks_worth','refuses','0 or 1','1: the text crosses its red lines','0');
INSERT INTO schema_doc VALUES('talks_worth','signs','0 or 1','1: the text is open to it','1');
INSERT INTO schema_doc VALUES('talks_worth','support','share','of the weight at home that is for the text','0.57');
INSERT INTO schema_doc VALUES('talks_worth','text','number','of the text on the menu, from 1; NULL: of none','7');
INSERT INTO schema_doc VALUES('tally','agent','number','the agent, from 1 in the scenario''s order, within its experiment','1');
INSERT INTO schema_doc VALUES('tally','alarm','0 or 1','1 if a public alarm said that it raced','1');
INSERT INTO schema_doc VALUES('tally','bound','0 or 1','1 if RACE by it would be a breach','1');
INSERT INTO schema_doc VALUES('tally','declared','move','what it signed for: PAUSE or RACE','PAUSE');
INSERT INTO schema_doc VALUES('tally','executed','move','what it did: PAUSE or RACE','RACE');
INSERT INTO schema_doc VALUES('tally','experiment_id','number','the experiment: a row of the table experiment','1');
INSERT INTO schema_doc VALUES('tally','finding','0 or 1','1 if the treaty responded to it: what a fine follows from','1');
INSERT INTO schema_doc VALUES('tally','fines_total','payoff','fines paid in these rounds, subtracted from payoff_total; >= 0','0.0');
INSERT INTO schema_doc VALUES('tally','intended','move','what its strategy chose: PAUSE or RACE','PAUSE');
INSERT INTO schema_doc VALUES('tally','party','0 or 1','1 if a party of the treaty in force or suspended','1');
INSERT INTO schema_doc VALUES('tally','payoff_total','payoff','over these rounds','36.0');
INSERT INTO schema_doc VALUES('tally','phase','word','of the treaty in that round: none, open, in force, suspended, ended','in force');
INSERT INTO schema_doc VALUES('tally','rounds','rounds','with such a move, in that phase','12');
INSERT INTO schema_doc VALUES('tally','run','number','a play of the game, from 1 within its experiment','17');
INSERT INTO schema_doc VALUES('tally','stopped','0 or 1','1 if its host nation stopped its RACE','0');
INSERT INTO schema_doc VALUES('tally_code','agent','number','the agent, from 1 in the scenario''s order, within its experiment','1');
INSERT INTO schema_doc VALUES('tally_code','experiment_id','number','the experiment: a row of the table experiment','1');
INSERT INTO schema_doc VALUES('tally_code','fines_total','payoff','fines paid in these rounds, subtracted from payoff_total; >= 0','0.0');
INSERT INTO schema_doc VALUES('tally_code','flags','bits','a sum: 1 intended RACE, 2 executed RACE, 4 declared RACE, 8 party, 16 alarm, 32 stopped, 64 finding, 128 bound, 256 these two unknown','10');
INSERT INTO schema_doc VALUES('tally_code','payoff_total','payoff','over these rounds','36.0');
INSERT INTO schema_doc VALUES('tally_code','phase','word','of the treaty in that round: none, open, in force, suspended, ended','in force');
INSERT INTO schema_doc VALUES('tally_code','rounds','rounds','with such a move, in that phase','12');
INSERT INTO schema_doc VALUES('tally_code','run','number','a play of the game, from 1 within its experiment','17');
INSERT INTO schema_doc VALUES('tidy_rounds','agent','number','the agent, from 1 in the scenario''s order, within its experiment','1');
INSERT INTO schema_doc VALUES('tidy_rounds','alarm','0 or 1','1 if a public alarm said that it raced','1');
INSERT INTO schema_doc VALUES('tidy_rounds','alarms_seen','agents','others that this agent saw racing','1');
INSERT INTO schema_doc VALUES('tidy_rounds','bound','0 or 1','1 if RACE by it would be a breach','1');
INSERT INTO schema_doc VALUES('tidy_rounds','declared','move','what it signed for: PAUSE or RACE','PAUSE');
INSERT INTO schema_doc VALUES('tidy_rounds','executed','move','what it did: PAUSE or RACE','RACE');
INSERT INTO schema_doc VALUES('tidy_rounds','experiment_id','number','the experiment: a row of the table experiment','1');
INSERT INTO schema_doc VALUES('tidy_rounds','finding','0 or 1','1 if the treaty responded to it: what a fine follows from','1');
INSERT INTO schema_doc VALUES('tidy_rounds','fine','payoff','paid in the round, subtracted from payoff; >= 0','2.0');
INSERT INTO schema_doc VALUES('tidy_rounds','host','name','the nation that may police it; empty for none','atlantis');
INSERT INTO schema_doc VALUES('tidy_rounds','intended','move','what its strategy chose: PAUSE or RACE','PAUSE');
INSERT INTO schema_doc VALUES('tidy_rounds','kind','word','lab or nation','lab');
INSERT INTO schema_doc VALUES('tidy_rounds','name','name','of the agent, unique in its experiment','aurora');
INSERT INTO schema_doc VALUES('tidy_rounds','party','0 or 1','1 if a party of the treaty in force or suspended','1');
INSERT INTO schema_doc VALUES('tidy_rounds','payoff','payoff','of the round, all flows included','3.0');
INSERT INTO schema_doc VALUES('tidy_rounds','payoffs','name','the payoff model','prisoners-dilemma');
INSERT INTO schema_doc VALUES('tidy_rounds','phase','word','of the treaty in that round: none, open, in force, suspended, ended','in force');
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
INSERT INTO schema_doc VALUES('treaty_effect','effect_low95','as measure','lower end of the 95% interval of effect; NULL: too few runs','0.492');
INSERT INTO schema_doc VALUES('treaty_effect','effect_standard_error','as measure','of effect','0.009');
INSERT INTO schema_doc VALUES('treaty_effect','effective_runs','runs','of one length that are worth as much as these','512.3');
INSERT INTO schema_doc VALUES('treaty_effect','experiment_id','number','the experiment: the first of those taken together','1');
INSERT INTO schema_doc VALUES('treaty_effect','experiments','experiments','whose runs are taken together: of one configuration','1');
INSERT INTO schema_doc VALUES('treaty_effect','high95','as measure','upper end of the 95% interval of mean','0.928');
INSERT INTO schema_doc VALUES('treaty_effect','low95','as measure','lower end of the 95% interval of mean; NULL: too few runs','0.912');
INSERT INTO schema_doc VALUES('treaty_effect','mean','as measure','of a round under the treaty','0.92');
INSERT INTO schema_doc VALUES('treaty_effect','measure','word','the figure, as in the table cell','pause_share');
INSERT INTO schema_doc VALUES('treaty_effect','none_mean','as measure','of a round without treaty','0.41');
INSERT INTO schema_doc VALUES('treaty_effect','none_runs','runs','without treaty, same scenario and payoffs; NULL where there are none','1000');
INSERT INTO schema_doc VALUES('treaty_effect','payoffs','name','the payoff model','prisoners-dilemma');
INSERT INTO schema_doc VALUES('treaty_effect','runs','runs','that the row is made of','1000');
INSERT INTO schema_doc VALUES('treaty_effect','scenario','name','who plays, for what, how long','two-labs');
INSERT INTO schema_doc VALUES('treaty_effect','standard_error','as measure','of mean; NULL for a single run','0.004');
INSERT INTO schema_doc VALUES('treaty_effect','treaty','name','the treaty offered; none where there is no treaty','inspected-halt');
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
INSERT INTO talks_text VALUES(2,1,'grim miss=0 false-alarm=0','grim','0f435fcc38a540b476213de0fc6fb2496b148e9d60289e80680822d0d8d21634','yes',0,0,0.0,1.0,1.0,replace('scenario: noisy-pair\ntitle: A pair and a noisy signal\nsummary: Two that gain by racing alone and lose by racing together, and see each other only through a signal that errs.\nsource: Mailath and Samuelson 2006\nstatus: sourced\nagents:\n  a:\n    status: stylised\n    kind: lab\n    weight: 1\n    joins: 1\n    strategy:\n      strategy: comply\n      title: Comply\n      summary: Pause while I am a party of a treaty in force. Race before it, while it is suspended, and after it.\n      source: pacta sunt servanda, and nothing beyond it\n      status: stylised\n      declares: executed\n      start:\n        - {when: in_force and party, to: bound}\n        - {to: free}\n      states:\n        bound:\n          play: pause\n          withdraw: no\n          next:\n            - {when: in_force and party, to: bound}\n            - {to: free}\n        free:\n          play: race\n          withdraw: no\n          next:\n            - {when: in_force and party, to: bound}\n            - {to: free}\n  b:\n    status: stylised\n    kind: lab\n    weight: 1\n    joins: 1\n    strategy:\n      strategy: comply\n      title: Comply\n      summary: Pause while I am a party of a treaty in force. Race before it, while it is suspended, and after it.\n      source: pacta sunt servanda, and nothing beyond it\n      status: stylised\n      declares: executed\n      start:\n        - {when: in_force and party, to: bound}\n        - {to: free}\n      states:\n        bound:\n          play: pause\n          withdraw: no\n          next:\n            - {when: in_force and party, to: bound}\n            - {to: free}\n        free:\n          play: race\n          withdraw: no\n          next:\n            - {when: in_force and party, to: bound}\n            - {to: free}\npayoffs:\n  payoffs: noisy-prisoners-dilemma\n  title: Prisoners'' dilemma of Mailath and Samuelson\n  summary: Pausing together gives 2, racing alone 3 and leaves the other with -1, racing together nothing.\n  source: Mailath and Samuelson 2006\n  status: sourced\n  form: matrix\n  pairs: all\n  weighted: no\n  matrix:\n    reward: 2\n    sucker: -1\n    temptation: 3\n    punishment: 0\n  dsair:\n    benefit: 4\n    cost: 1\n    prize: 10000\n    rounds: 100\n    speed: 1.5\n    found_out: 0\n    disaster: 0.6\ntreaty:\n  treaty: grim\n  title: The first finding ends it\n  summary: Every party pauses. Any finding, true or false, ends the treaty for good.\n  source: Friedman 1971; Mailath and Samuelson 2006\n  status: sourced\n  parties: [all]\n  obligation:\n    text: Every party pauses.\n    grace: 0\n  entry:\n    parties: 0\n    weight: 0\n    delay: 0\n  monitoring:\n    miss: 0\n    false_alarm: 0\n    common_mode: 0\n    cost: 0\n    accusers: 0\n  response:\n    ladder:\n      - strikes: 1\n        chance: 1\n        fine: 0\n        bond: 0\n        suspend: 0\n        expel: no\n        end: yes\n    forgive_after: 0\n    forgive_chance: 0\n    shared: no\n  bond: 0\n  tariff: 0\n  withdrawal:\n    allowed: no\n    notice: 0\n  duration:\n    rounds: 0\n    renewals: 0\n    renewal_rounds: 0\n    renewal_chance: 1\n    lapses: no\nnoise:\n  slip: 0\n  public:\n    miss: 0\n    false_alarm: 0\n  private:\n    miss: 0\n    false_alarm: 0\nenforcement: 0\nrounds: 100\ncontinuation: 0.7\n','\n',char(10)),'390ab69139f97ef2f092f74960e5b5d3233a5d6e9321b484eae7a7cb60b84a87');
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
INSERT INTO talks_party VALUES(2,1,'plain',1,0.69999999999999995559,0.0,-1.0);
INSERT INTO talks_party VALUES(2,2,'plain',1,0.69999999999999995559,0.0,-1.0);
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
INSERT INTO talks_worth VALUES(2,1,1,1,0,2.0,0.0,NULL,NULL,2.0,1.0);
INSERT INTO talks_worth VALUES(2,1,2,1,0,2.0,0.0,NULL,NULL,2.0,1.0);
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
INSERT INTO negotiation VALUES(2,1,1,'agreed',1,2,0);
INSERT INTO negotiation VALUES(2,2,2,'agreed',1,2,1);
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
INSERT INTO negotiation_party VALUES(2,1,1,1,2.0);
INSERT INTO negotiation_party VALUES(2,1,2,1,2.0);
INSERT INTO negotiation_party VALUES(2,2,1,2,1.3999999999999999111);
INSERT INTO negotiation_party VALUES(2,2,2,2,1.3999999999999999111);
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
INSERT INTO talks_event VALUES(2,1,1,1,1,'pledges',1,1.0,0.0,NULL,NULL);
INSERT INTO talks_event VALUES(2,1,2,1,2,'pledges',1,1.0,0.0,NULL,NULL);
INSERT INTO talks_event VALUES(2,1,3,1,1,'signs',1,NULL,NULL,NULL,NULL);
INSERT INTO talks_event VALUES(2,1,4,1,2,'signs',1,NULL,NULL,NULL,NULL);
INSERT INTO talks_event VALUES(2,1,5,1,1,'ratifies',1,NULL,NULL,1.0,0.95000000000000028865);
INSERT INTO talks_event VALUES(2,1,6,1,2,'ratifies',1,NULL,NULL,1.0,0.95000000000000028865);
INSERT INTO talks_event VALUES(2,1,7,1,NULL,'enters',1,NULL,NULL,NULL,NULL);
INSERT INTO talks_event VALUES(2,2,1,1,1,'pledges',1,1.0,0.0,NULL,NULL);
INSERT INTO talks_event VALUES(2,2,2,1,2,'pledges',1,1.0,0.0,NULL,NULL);
INSERT INTO talks_event VALUES(2,2,3,1,1,'signs',1,NULL,NULL,NULL,NULL);
INSERT INTO talks_event VALUES(2,2,4,1,2,'signs',1,NULL,NULL,NULL,NULL);
INSERT INTO talks_event VALUES(2,2,5,1,1,'ratifies',1,NULL,NULL,1.0,0.95000000000000028865);
INSERT INTO talks_event VALUES(2,2,6,1,2,'rejects',1,NULL,NULL,1.0,0.95000000000000028865);
INSERT INTO talks_event VALUES(2,2,7,1,NULL,'fails',1,NULL,NULL,NULL,NULL);
INSERT INTO talks_event VALUES(2,2,8,2,1,'pledges',1,1.0,0.0,NULL,NULL);
INSERT INTO talks_event VALUES(2,2,9,2,2,'pledges',1,1.0,0.0,NULL,NULL);
INSERT INTO talks_event VALUES(2,2,10,2,1,'signs',1,NULL,NULL,NULL,NULL);
INSERT INTO talks_event VALUES(2,2,11,2,2,'signs',1,NULL,NULL,NULL,NULL);
INSERT INTO talks_event VALUES(2,2,12,2,1,'ratifies',1,NULL,NULL,1.0,0.95000000000000028865);
INSERT INTO talks_event VALUES(2,2,13,2,2,'ratifies',1,NULL,NULL,1.0,0.95000000000000028865);
INSERT INTO talks_event VALUES(2,2,14,2,NULL,'enters',1,NULL,NULL,NULL,NULL);
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
	FROM move_code
;
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
	FROM tally_code
;
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
	JOIN experiment AS e USING (experiment_id)
;
CREATE VIEW cluster AS
	-- what of a run depends on what: the matching group of a class, else the
	-- run by itself. Intervals and tests take a cluster as one
	SELECT r.experiment_id, r.run,
	    CAST(coalesce(c.matching_group, r.run) AS INTEGER) AS cluster
	FROM run AS r
	LEFT JOIN class_run AS c USING (experiment_id, run)
;
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
	    AND p.participant = c.participant
;
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
	        'agents.' || a.name || '.strategy.learner')
;
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
	    GROUP BY experiment_id)
;
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
	GROUP BY experiment_id, agent
;
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
	GROUP BY e.experiment_id
;
CREATE VIEW setting_varied AS
	-- the settings in which the experiments of this file differ: a key that
	-- has several values, or is in some and not in others
	SELECT s.experiment_id, s.key, s.value, s.unit
	FROM setting AS s
	WHERE s.key IN (SELECT key FROM setting GROUP BY key
	    HAVING count(DISTINCT value) > 1 OR count(*) <
	        (SELECT count(DISTINCT experiment_id) FROM setting))
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
	JOIN experiment AS e USING (experiment_id)
;
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
	    AND b.agent = t.other_agent
;
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
	    c.mean_entered_round,
	    c.ended_share,
	    c.mean_ended_round,
	    c.breached_share,
	    c.mean_breached_round,
	    c.rounds_per_run, c.breaches_per_run, c.findings_right_per_run,
	    c.findings_wrong_per_run, c.breaches_missed_per_run,
	    c.fines_per_run
	FROM cell AS c
	JOIN sweep AS s USING (sweep_id)
	JOIN placed AS p USING (sweep_id, cell)
;
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
	    AND t.text = v.text
;
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
	GROUP BY n.experiment_id, n.text
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
PRAGMA user_version = 4;
