-- title: Whether a quiz score predicts play
-- about: A person's score is the share of the quiz's questions that it had right
--        at its first attempt, its pausing the share of its own moves (human or
--        paper) in which it chose PAUSE. correlation is that of the two over
--        people, from -1 to 1. People of one matching group depend on each
--        other, so the test takes a group as one: groups whose mean score is
--        above the median of groups against the others, by the ranks of their
--        pausing (exact for up to 80 groups). Needs 'detente query': stock
--        SQLite has no median.
-- question: Does a quiz score predict play?
-- column: people (people); with a score and a move of their own
-- column: correlation (correlation); of score and pausing, -1 to 1
-- column: clusters (groups); matching groups
-- column: high_pause_share (share); mean of the groups with the higher scores
-- column: low_pause_share (share); mean of the other groups
-- column: p_value (chance); of such a difference, to either side, by chance
-- empty: nobody played, or there was no quiz
WITH score AS (
    SELECT experiment_id, participant, avg(correct) AS score
    FROM quiz_answer
    WHERE attempt = 1
    GROUP BY experiment_id, participant
), person AS (
    SELECT m.experiment_id, m.matching_group, s.score,
        avg(m.intended = 'PAUSE') AS pausing
    FROM class_moves AS m
    JOIN score AS s USING (experiment_id, participant)
    WHERE m.source IN ('human', 'paper')
    GROUP BY m.experiment_id, m.matching_group, m.participant
), team AS (
    SELECT experiment_id, avg(score) AS score, avg(pausing) AS pausing
    FROM person
    GROUP BY experiment_id, matching_group
), middle AS (
    SELECT experiment_id, median(score) AS score FROM team
    GROUP BY experiment_id
), tested AS (
    SELECT t.experiment_id, count(*) AS clusters,
        avg(CASE WHEN t.score > m.score THEN t.pausing END) AS high,
        avg(CASE WHEN t.score <= m.score THEN t.pausing END) AS low,
        rank_sum_p(t.pausing, t.score > m.score) AS p_value
    FROM team AS t
    JOIN middle AS m USING (experiment_id)
    GROUP BY t.experiment_id
)
SELECT p.experiment_id, e.scenario, e.treaty, count(*) AS people,
    round(correlation(p.score, p.pausing), 4) AS correlation, t.clusters,
    round(t.high, 4) AS high_pause_share, round(t.low, 4) AS low_pause_share,
    t.p_value
FROM person AS p
JOIN tested AS t USING (experiment_id)
JOIN experiment AS e USING (experiment_id)
GROUP BY p.experiment_id
ORDER BY p.experiment_id;
