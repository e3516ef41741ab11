// What the page of dials says; the verdict's own words are the program's.
// [English, German]
export const exploreTexts = {
	explore_title: ['Explore treaties', 'Verträge erkunden'],
	explore_text: ['Turn a treaty like a dial, and the answer moves with it.',
		'Dreh an einem Vertrag, und die Antwort dreht sich mit.'],
	tour_begin: ['Take the tour', 'Rundgang beginnen'],
	choose_scenario: ['Choose a scenario', 'Wähle ein Szenario'],
	choose_treaty: ['Choose a treaty', 'Wähle einen Vertrag'],
	own_treaty: ['The scenario\'s own', 'Der des Szenarios'],
	own_text: ['own text', 'eigener Text'],
	take: ['Take', 'Nehmen'],
	other: ['Another scenario', 'Anderes Szenario'],
	undo: ['Undo', 'Rückgängig'],
	reset: ['Reset', 'Zurück'],
	panel_dials: ['Dials', 'Regler'],
	panel_verdict: ['Verdict', 'Urteil'],
	panel_yaml: ['The treaty\'s text', 'Der Vertragstext'],
	panel_map: ['Map', 'Karte'],
	panel_pins: ['Pinned designs', 'Angeheftete Entwürfe'],
	more_dials: ['More dials', 'Mehr Regler'],
	value_of: ['Value of {key}', 'Wert von {key}'],
	from_to: ['{from} to {to}', '{from} bis {to}'],
	holds_with: ['Holds with: {what}', 'Hält bei: {what}'],
	holds_soon: ['Where it holds is being worked out.',
		'Wo es hält, wird berechnet.'],
	holds_unknown: ['Where it holds is not known for this design.',
		'Wo es hält, ist für diesen Entwurf nicht bekannt.'],
	holds_never: ['No value of it alone makes the treaty hold.',
		'Kein Wert davon allein lässt den Vertrag halten.'],
	not_known: ['Where it turns was not looked for.',
		'Wo es kippt, wurde nicht gesucht.'],
	working: ['Working. What stands here is of before.',
		'Es wird gerechnet. Was hier steht, ist von vorher.'],
	exact: ['Exact.', 'Exakt.'],
	by_play: ['By simulated play: within a standard error.',
		'Durch simuliertes Spiel: bis auf einen Standardfehler.'],
	all_words: ['All of it in words', 'Alles in Worten'],
	margins: ['How far each party is from breaking it',
		'Wie weit jede Partei vom Bruch entfernt ist'],
	margin: ['Would lose', 'Würde verlieren'],
	party_name: ['Party', 'Partei'],
	phase_name: ['While', 'Während'],
	part_kept: ['Kept while it binds', 'Gehalten, solange er bindet'],
	part_credible: ['Threats carried out', 'Drohungen ausgeführt'],
	part_stayed: ['Entered and stayed in', 'Beigetreten und geblieben'],
	answer_yes: ['yes', 'ja'],
	answer_no: ['no', 'nein'],
	answer_unknown: ['not known', 'nicht bekannt'],
	fault_at: ['Line {line}, column {column}:', 'Zeile {line}, Spalte {column}:'],
	save_treaty: ['Download the treaty', 'Vertrag herunterladen'],
	save_brief: ['Download the brief', 'Kurzfassung herunterladen'],
	same_answer: ['The command that gives the same answer',
		'Der Befehl mit derselben Antwort'],
	across: ['Across', 'Waagrecht'],
	upwards: ['Upwards', 'Senkrecht'],
	draw_map: ['Draw the map', 'Karte zeichnen'],
	two_keys: ['Choose two different keys.', 'Wähle zwei verschiedene.'],
	map_alt: ['Map: {x} across, {y} upwards. The arrow keys move the design.',
		'Karte: {x} waagrecht, {y} senkrecht. Die Pfeiltasten bewegen den ' +
		'Entwurf.'],
	map_help: ['Filled: it holds. Empty: it does not. The point is the design; ' +
		'a click or the arrow keys move it.',
		'Gefüllt: Er hält. Leer: Er hält nicht. Der Punkt ist der Entwurf; ein ' +
		'Klick oder die Pfeiltasten bewegen ihn.'],
	map_at: ['At {x} and {y}: {what}', 'Bei {x} und {y}: {what}'],
	pins_help: ['Up to four designs side by side. They stay in this browser.',
		'Bis zu vier Entwürfe nebeneinander. Sie bleiben in diesem Browser.'],
	pin: ['Pin this design', 'Diesen Entwurf anheften'],
	unpin: ['Unpin', 'Lösen'],
	design: ['Design', 'Entwurf'],
	holds: ['Holds', 'Hält'],
	guess: ['That is my guess', 'Das ist mein Tipp'],
	tour_step: ['Question {n} of {of}', 'Frage {n} von {of}'],
	tour_next: ['Next', 'Weiter'],
	tour_end: ['The tour is over', 'Der Rundgang ist zu Ende'],
	tour_end_text: ['Turn the dials yourself. Each link is a design.',
		'Dreh selbst an den Reglern. Jeder Link ist ein Entwurf.'],
	tour_blind: ['Nobody sees a race. Two powers threaten to end the treaty at ' +
		'the first finding. Does the pause hold?',
		'Niemand sieht ein Rasen. Zwei Mächte drohen, den Vertrag beim ' +
		'ersten Befund zu beenden. Hält die Pause?'],
	tour_blind_why: ['A threat that nothing sets off changes nobody\'s mind. ' +
		'Without verification racing in secret costs nothing.',
		'Eine Drohung, die nichts auslöst, ändert niemandes Sinn. Ohne ' +
		'Überprüfung kostet heimliches Rasen nichts.'],
	tour_alarm: ['Now nearly every race is seen, but one pause in five raises a ' +
		'false alarm, and an alarm ends the treaty. Does it hold?',
		'Jetzt wird fast jedes Rasen gesehen, aber jede fünfte Pause löst ' +
		'Fehlalarm aus, und ein Alarm beendet den Vertrag. Hält er?'],
	tour_alarm_why: ['A false alarm ends what everybody kept. If it will end ' +
		'soon anyway, there is little to lose by racing.',
		'Ein Fehlalarm beendet, was alle gehalten haben. Endet es ohnehin ' +
		'bald, ist durch Rasen wenig zu verlieren.'],
	tour_threat: ['A race is found, so both are to race for good. Would they ' +
		'carry that out?',
		'Ein Rasen wird gefunden, also sollen beide für immer rasen. Würden ' +
		'sie das wahr machen?'],
	tour_threat_why: ['A threat counts only if carrying it out is best once it ' +
		'is due. Racing is the best reply to racing.',
		'Eine Drohung zählt nur, wenn es dann das Beste ist, sie wahr zu ' +
		'machen. Rasen ist die beste Antwort auf Rasen.'],
	tour_join: ['Seven races in ten are missed, and the treaty does not hold. ' +
		'Would both still sign it and stay?',
		'Sieben von zehn Malen Rasen bleiben unentdeckt, und der Vertrag hält ' +
		'nicht. Würden beide trotzdem unterschreiben und bleiben?'],
	tour_join_why: ['To sign and to keep are two questions. Many treaties are ' +
		'gladly signed that are not kept.',
		'Unterschreiben und Halten sind zwei Fragen. Manche Verträge werden ' +
		'gern unterschrieben und nicht gehalten.'],
	tour_cheap: ['Good inspectors are dear. Is it enough to see 43 of 100 races?',
		'Gute Inspektoren sind teuer. Genügt es, 43 von 100 Malen Rasen zu ' +
		'sehen?'],
	tour_cheap_why: ['The cheapest treaty that holds stands just inside the ' +
		'filled part of its dials. Look at the dial of the miss.',
		'Der billigste Vertrag, der hält, steht knapp im gefüllten Teil ' +
		'seiner Regler. Sieh dir den Regler für das Übersehen an.'],
};
