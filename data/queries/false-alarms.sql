-- title: How often the monitoring of each agent was wrong
-- about: false_alarm_rate is the share of rounds without a breach in which an
--        alarm was raised all the same, miss_rate the share of breaches that
--        raised none. alarm_precision is what a judge wants to know: of all
--        alarms, the share that was true. It falls when breaches are rare,
--        however good the instruments. Only rounds as a party of a treaty in
--        force count.
SELECT experiment_id, scenario, treaty, name, clean_rounds, alarms_wrong,
    round(false_alarm_rate, 4) AS false_alarm_rate, breaches,
    breaches_missed, round(miss_rate, 4) AS miss_rate,
    round(alarm_precision, 4) AS alarm_precision
FROM false_alarms
WHERE rounds_party > 0
ORDER BY experiment_id, agent;
