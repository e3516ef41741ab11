-- title: Whose moves a class's moves are
-- about: One row an experiment, block and source: a human on a screen, a card
--        (paper), a bot, or a stand-in because nobody answered in time.
-- question: How many moves were a human's, a bot's, a stand-in's?
-- column: moves (moves); of that source
-- column: share (share); moves / all of that experiment and block
-- column: unconnected (moves); of them, made while the seat was not connected
-- empty: nobody played: all of the file was simulated
-- picture: bars x=source,block,experiment_id y=share group=treaty
SELECT experiment_id, scenario, treaty, block, source, count(*) AS moves,
    round(1.0 * count(*) / sum(count(*)) OVER (PARTITION BY experiment_id,
        block), 4) AS share,
    sum(connected = 0) AS unconnected
FROM class_moves
GROUP BY experiment_id, block, source
ORDER BY experiment_id, block, source;
