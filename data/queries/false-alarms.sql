-- title: How often the monitoring of each agent was wrong
-- about: A finding is what the treaty responds to: a public alarm, or accusers
--        enough. false_alarm_rate is the share of clean rounds with a finding
--        all the same, miss_rate the share of breaches without one. A clean
--        round is one in which RACE would have been a breach and was not
--        played; rounds of grace are none. alarm_precision is what a judge
--        wants to know: of all findings, the share that was true. It falls
--        when breaches are rare, however good the instruments. Empty clean
--        rounds: an older version did not keep them.
-- question: How often did the treaty find what was not so, and miss what was?
-- parameter: experiment integer (number); of this one; all where empty
-- empty: no agent was a party
-- picture: bars x=name,experiment_id y=false_alarm_rate group=treaty
SELECT experiment_id, scenario, treaty, name, clean_rounds, findings_wrong,
    round(false_alarm_rate, 4) AS false_alarm_rate, breaches,
    breaches_missed, round(miss_rate, 4) AS miss_rate,
    round(alarm_precision, 4) AS alarm_precision
FROM false_alarms
WHERE rounds_party > 0
    AND experiment_id BETWEEN ifnull(:experiment, 0)
    AND ifnull(:experiment, 9e18)
ORDER BY experiment_id, agent;
