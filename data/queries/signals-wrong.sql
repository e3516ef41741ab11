-- title: How often public signals were wrong
-- about: A signal says of each agent that it raced, or not, in a round.
--        miss_share is the share of its races that no public alarm showed,
--        false_alarm_share the share of its pauses with an alarm all the same.
--        Intervals at 95% take a run (of a class, a matching group) as one;
--        they are empty where such rounds are spread too unevenly over too few
--        runs. Where nobody watches, every race is missed. Needs experiments
--        that keep the detail 'rounds', Needs 'detente
--        query': stock SQLite has no intervals.
-- question: How often were signals wrong?
-- parameter: experiment integer (number); of this one; all where empty
-- column: raced (rounds); in which the agent executed RACE
-- column: missed (rounds); of raced, those without a public alarm
-- column: miss_share (share); missed / raced
-- column: miss_low95 (share); lower end of its 95% interval
-- column: miss_high95 (share); upper end of it
-- column: paused (rounds); in which the agent executed PAUSE
-- column: false_alarms (rounds); of paused, those with a public alarm
-- column: false_alarm_share (share); false_alarms / paused
-- column: false_alarm_low95 (share); lower end of its 95% interval
-- column: false_alarm_high95 (share); upper end of it
-- empty: no experiment keeps the detail 'rounds'
-- picture: bars x=name,experiment_id y=false_alarm_share
--          low=false_alarm_low95 high=false_alarm_high95 group=treaty
WITH own AS (
    SELECT t.experiment_id, t.agent,
        sum(CASE executed WHEN 'RACE' THEN rounds ELSE 0 END) AS raced,
        sum(CASE WHEN executed = 'RACE' AND alarm = 0 THEN rounds ELSE 0 END)
            AS missed,
        sum(CASE executed WHEN 'PAUSE' THEN rounds ELSE 0 END) AS paused,
        sum(CASE WHEN executed = 'PAUSE' AND alarm = 1 THEN rounds ELSE 0 END)
            AS false_alarms
    FROM tally AS t
    JOIN cluster AS c USING (experiment_id, run)
    WHERE t.experiment_id BETWEEN ifnull(:experiment, 0)
        AND ifnull(:experiment, 9e18)
    GROUP BY t.experiment_id, t.agent, c.cluster
)
SELECT o.experiment_id, e.scenario, e.treaty, a.name, sum(raced) AS raced,
    sum(missed) AS missed, round(ratio(missed, raced), 4) AS miss_share,
    round(max(0, ratio_low(missed, raced)), 4) AS miss_low95,
    round(min(1, ratio_high(missed, raced)), 4) AS miss_high95,
    sum(paused) AS paused, sum(false_alarms) AS false_alarms,
    round(ratio(false_alarms, paused), 4) AS false_alarm_share,
    round(max(0, ratio_low(false_alarms, paused)), 4) AS false_alarm_low95,
    round(min(1, ratio_high(false_alarms, paused)), 4) AS false_alarm_high95
FROM own AS o
JOIN agent AS a USING (experiment_id, agent)
JOIN experiment AS e USING (experiment_id)
GROUP BY o.experiment_id, o.agent
ORDER BY o.experiment_id, o.agent;
