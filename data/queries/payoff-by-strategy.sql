-- title: What each strategy earned, and how it played
-- about: Strategies over all agents that used them in a scenario under a
--        treaty, best first. against_field is the payoff of a round less the
--        mean of all agents there: above 0 the strategy does better than its
--        company.
-- question: Which strategy earned most?
-- column: against_field (payoff); payoff_per_round less the mean of all
--         agents there
-- picture: bars x=strategy,scenario y=payoff_per_round group=treaty
WITH earned AS (
    SELECT scenario, payoffs, treaty, strategy, count(*) AS agents,
        sum(runs) AS runs, sum(rounds) AS rounds,
        sum(payoff_per_round * rounds) AS payoff,
        sum(pause_share * rounds) AS paused
    FROM agent_summary
    GROUP BY scenario, payoffs, treaty, strategy
)
SELECT scenario, payoffs, treaty, strategy, agents, runs,
    round(payoff / rounds, 4) AS payoff_per_round,
    round(payoff / rounds - sum(payoff) OVER field / sum(rounds) OVER field,
        4) AS against_field,
    round(paused / rounds, 4) AS pause_share
FROM earned
WINDOW field AS (PARTITION BY scenario, payoffs, treaty)
ORDER BY scenario, payoffs, treaty, payoff / rounds DESC, strategy;
