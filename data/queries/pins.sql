-- title: Designs that were pinned with detente explore
-- about: One line a design: its name and note, who pinned it when, what the
--        program answered, and the command that gives the answer again. One
--        that was withdrawn stays, and says when. A treaty that a person wrote
--        is in the column text, with with_text=yes; its command names it
--        pinned.yaml.
-- question: Which designs did we keep?
-- parameter: with_text no|yes = no; the treaty's own text too, where it has one
-- column: pin (hex); SHA-256 that names the pin: its solution_key
-- column: name (text); that the person gave it
-- column: note (text); of the person; may be empty
-- column: scenario (name); of the design
-- column: treaty (name); of the design; NULL: the scenario's own, or the text
-- column: settings (JSON); what is set in it, by key
-- column: holds (word); yes, no or unknown: the first answer of solve
-- column: slack (payoff); what the weakest party would lose by departing
-- column: slack_se (payoff); standard error of slack; NULL: exact
-- column: party (name); the weakest
-- column: says (text); the answer's first sentence
-- column: pinned_by (name); the account of the system
-- column: pinned_at (ISO 8601 UTC); when
-- column: withdrawn_at (ISO 8601 UTC); NULL: it stands
-- column: withdrawn_by (name); the account of the system
-- column: text (YAML); the treaty as a person wrote it
-- empty: no design was pinned: detente explore -o
WITH stated AS (
    SELECT s.solution_id, s.solution_key, s.question, s.command, s.version,
        s.started_at, v.column_name, v.text
    FROM solution AS s
    JOIN solution_values AS v USING (solution_id)
    WHERE s.question IN ('pin', 'withdrawn')
        AND v.table_name = s.question AND v.row = 1
), pinned AS (
    SELECT solution_id, solution_key AS pin, command, version,
        started_at AS pinned_at,
        max(text) FILTER (WHERE column_name = 'name') AS name,
        max(text) FILTER (WHERE column_name = 'note') AS note,
        max(text) FILTER (WHERE column_name = 'pinned_by') AS pinned_by,
        max(text) FILTER (WHERE column_name = 'scenario') AS scenario,
        max(text) FILTER (WHERE column_name = 'treaty') AS treaty,
        max(text) FILTER (WHERE column_name = 'settings') AS settings,
        max(text) FILTER (WHERE column_name = 'answer') AS answer,
        max(text) FILTER (WHERE column_name = 'text') AS text
    FROM stated WHERE question = 'pin' GROUP BY solution_id
), withdrawn AS (
    SELECT max(text) FILTER (WHERE column_name = 'pin') AS pin,
        started_at AS withdrawn_at,
        max(text) FILTER (WHERE column_name = 'withdrawn_by') AS withdrawn_by
    FROM stated WHERE question = 'withdrawn' GROUP BY solution_id
), answered AS (
    SELECT s.solution_key AS answer, s.says,
        max(v.text) FILTER (WHERE v.column_name = 'holds') AS holds,
        max(v.number) FILTER (WHERE v.column_name = 'slack') AS slack,
        max(v.number) FILTER (WHERE v.column_name = 'standard_error')
            AS slack_se,
        max(v.text) FILTER (WHERE v.column_name = 'binding_party') AS party
    FROM solution AS s
    LEFT JOIN solution_values AS v ON v.solution_id = s.solution_id
        AND v.table_name = 'verdict' AND v.row = 1
    GROUP BY s.solution_id
)
SELECT p.name, p.note, p.scenario, p.treaty, p.settings, a.holds, a.slack,
    a.slack_se, a.party,
    substr(a.says, 1, instr(a.says || char(10), char(10)) - 1) AS says,
    p.pinned_by, p.pinned_at, w.withdrawn_by, w.withdrawn_at, p.version,
    p.command, p.pin,
    CASE :with_text WHEN 'yes' THEN p.text END AS text
FROM pinned AS p
LEFT JOIN answered AS a USING (answer)
LEFT JOIN withdrawn AS w USING (pin)
ORDER BY p.solution_id;
