// What the page of dials says; the verdict's own words are the program's.
// [English, German]
export const exploreTexts = {
	explore_title: ['Explore treaties', 'Verträge erkunden'],
	explore_text: ['Turn a treaty like a dial, and the answer moves with it.',
		'Dreh an einem Vertrag, und die Antwort dreht sich mit.'],
	explore_about: ['Some build ever more capable AI. Each round each of them ' +
		'pauses or races. A treaty says who watches whom, and what follows ' +
		'when somebody races. Does the pause hold? The figures are assumed: ' +
		'this is a model\'s answer, no forecast.',
		'Einige bauen immer fähigere KI. In jeder Runde macht jeder Pause oder ' +
		'rast. Ein Vertrag sagt, wer wen beobachtet und was folgt, wenn jemand ' +
		'rast. Hält die Pause? Die Zahlen sind angenommen: Das ist die Antwort ' +
		'eines Modells, keine Vorhersage.'],
	explore_go: ['Explore it', 'Erkunden'],
	chosen: ['{scenario}, under: {treaty}', '{scenario}, unter: {treaty}'],
	its_treaty: ['Its own treaty: {treaty}', 'Sein eigener Vertrag: {treaty}'],
	no_treaty: ['No treaty of its own', 'Kein eigener Vertrag'],
	no_treaty_chosen: ['This scenario has no treaty of its own: choose one.',
		'Dieses Szenario hat keinen eigenen Vertrag: Wähle einen.'],
	own_treaty_text: ['The treaty that its file names.',
		'Der Vertrag, den seine Datei nennt.'],
	dials_help: ['Shaded: the values with which the treaty holds, all else as ' +
		'it is. ●: turned by you.',
		'Getönt: die Werte, mit denen der Vertrag hält, alles andere wie es ' +
		'ist. ●: von dir gedreht.'],
	tour_begin: ['Take the tour', 'Rundgang beginnen'],
	choose_scenario: ['Who plays', 'Wer spielt'],
	choose_treaty: ['Under which treaty', 'Unter welchem Vertrag'],
	own_treaty: ['The scenario\'s own', 'Der des Szenarios'],
	own_text: ['own text', 'eigener Text'],
	other: ['Another scenario', 'Anderes Szenario'],
	undo: ['Undo', 'Rückgängig'],
	reset: ['Reset', 'Zurück'],
	panel_dials: ['Dials', 'Regler'],
	panel_verdict: ['Verdict', 'Urteil'],
	panel_yaml: ['The treaty\'s text', 'Der Vertragstext'],
	panel_map: ['Map', 'Karte'],
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
	working_first: ['Working.', 'Es wird gerechnet.'],
	working: ['Working. What stands here is of before.',
		'Es wird gerechnet. Was hier steht, ist von vorher.'],
	exact: ['Exact.', 'Exakt.'],
	by_play: ['By simulated play: within a standard error.',
		'Durch simuliertes Spiel: bis auf einen Standardfehler.'],
	all_words: ['All of it in words', 'Alles in Worten'],
	margins: ['How far each party is from breaking it',
		'Wie weit jede Partei vom Bruch entfernt ist'],
	margin: ['By its best departure it', 'Mit seiner besten Abweichung'],
	loses: ['loses {n}', 'verliert es {n}'],
	gains: ['gains {n}', 'gewinnt es {n}'],
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
	guess: ['That is my guess', 'Das ist mein Tipp'],
	tour_step: ['Question {n} of {of}', 'Frage {n} von {of}'],
	tour_next: ['Next', 'Weiter'],
	tour_leave: ['Leave the tour', 'Rundgang verlassen'],
	tour_intro: ['Two powers, each of whom pauses or races in each round. To ' +
		'race alone pays best, and if both race both lose. Guess first, then ' +
		'the program answers.',
		'Zwei Mächte, von denen jede in jeder Runde Pause macht oder rast. ' +
		'Allein zu rasen bringt am meisten, und rasen beide, verlieren beide. ' +
		'Rate zuerst, dann antwortet das Programm.'],
	tour_turned: ['Turned: {what}.', 'Gedreht: {what}.'],
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
