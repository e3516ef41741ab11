// What the teacher, the board, the debrief and the check page say.
// [English, German]
export const deskTexts = {
	teacher_title: ['Teacher', 'Lehrkraft'],
	teacher_outside: ['Open this page by the address that the program ' +
		'printed for the teacher, or type the secret at its end.',
		'Öffnen Sie diese Seite mit der Adresse, die das Programm für die ' +
		'Lehrkraft ausgab, oder tippen Sie das Geheimnis an deren Ende.'],
	desk_here: ['This browser is the teacher\'s. Open this page in another ' +
		'one to play.',
		'Dieser Browser gehört der Lehrkraft. Zum Mitspielen diese Seite ' +
		'in einem anderen öffnen.'],
	secret: ['Secret', 'Geheimnis'],
	enter: ['Enter', 'Eintreten'],
	class_of: ['Class: {title}', 'Klasse: {title}'],
	lesson: ['Lesson', 'Stunde'],
	start: ['Start the lesson', 'Stunde beginnen'],
	next: ['Next', 'Weiter'],
	next_stage: ['Next page', 'Nächste Seite'],
	next_round: ['Close this round', 'Runde schließen'],
	next_block: ['Next block', 'Nächster Block'],
	next_end: ['To the end', 'Zum Ende'],
	pause: ['Stop the clock', 'Uhr anhalten'],
	go: ['Go on', 'Weiter spielen'],
	more_time: ['{n} seconds more', '{n} Sekunden mehr'],
	open_debrief: ['Open the debrief to students',
		'Auswertung für alle öffnen'],
	end_class: ['End the lesson', 'Stunde beenden'],
	end_sure: ['End the lesson now, for all?', 'Die Stunde jetzt für alle ' +
		'beenden?'],
	large: ['Show it large', 'Groß zeigen'],
	join_here: ['Join here', 'Hier mitspielen'],
	qr_alt: ['QR code of {url}', 'QR-Code von {url}'],
	board_link: ['Board', 'Tafel'],
	debrief_link: ['Debrief', 'Auswertung'],
	export_csv: ['Moves as CSV', 'Züge als CSV'],
	export_package: ['After class, for the research package:',
		'Nach der Stunde, für das Forschungspaket:'],
	counts: ['{here} here, {away} away, {bots} bots',
		'{here} da, {away} weg, {bots} Bots'],
	seats: ['Seats', 'Plätze'],
	seats_caption: ['Who sits where', 'Wer sitzt wo'],
	seat: ['Seat', 'Platz'],
	who_name: ['Name', 'Name'],
	agent: ['Plays', 'Spielt'],
	group_n: ['group {n}', 'Gruppe {n}'],
	state: ['State', 'Zustand'],
	chose: ['Move', 'Zug'],
	timeouts: ['Timeouts', 'Zu spät'],
	do: ['Do', 'Tun'],
	yes_chosen: ['chosen', 'gewählt'],
	not_chosen: ['open', 'offen'],
	seat_empty: ['free', 'frei'],
	seat_here: ['here', 'da'],
	seat_away: ['away', 'weg'],
	seat_bot: ['bot', 'Bot'],
	seat_paper: ['paper', 'Papier'],
	same_device: ['{n} seats on one device?', '{n} Plätze auf einem Gerät?'],
	time_30: ['+30 s', '+30 s'],
	to_bot: ['Bot', 'Bot'],
	to_human: ['Back to a person', 'Zurück an eine Person'],
	paper_pause: ['Paper: PAUSE', 'Papier: INNEHALTEN'],
	paper_race: ['Paper: RACE', 'Papier: RASEN'],
	free: ['Free', 'Freigeben'],
	free_sure: ['Free the seat of {who}?', 'Den Platz von {who} freigeben?'],
	exclude: ['Leave out', 'Ausschließen'],
	exclude_sure: ['Leave the moves of {who} out of the data?',
		'Die Züge von {who} aus den Daten ausschließen?'],
	exclude_why: ['Why', 'Warum'],

	stage_lobby: ['Waiting for the class', 'Warten auf die Klasse'],
	stage_consent: ['Consent', 'Einwilligung'],
	stage_text: ['Reading', 'Lesen'],
	stage_quiz: ['Questions', 'Fragen'],
	stage_practice: ['Practice', 'Übung'],
	stage_predict: ['Prediction', 'Vorhersage'],
	stage_clauses: ['Writing treaties', 'Verträge schreiben'],
	stage_vote: ['Vote', 'Abstimmung'],
	stage_sign: ['Signing', 'Unterschreiben'],
	stage_play: ['Playing', 'Spiel'],
	stage_result: ['Results', 'Ergebnisse'],
	stage_reflect: ['Reflection', 'Nachdenken'],
	stage_survey: ['Survey', 'Umfrage'],
	stage_debrief: ['Debrief', 'Auswertung'],
	stage_end: ['The end', 'Ende'],

	board: ['Board', 'Tafel'],
	board_outside: ['Open the board in the teacher\'s browser: there it shows ' +
		'the class.',
		'Öffnen Sie die Tafel im Browser der Lehrkraft: Dort zeigt sie die ' +
		'Klasse.'],
	seated: ['{n} have a seat', '{n} haben einen Platz'],
	block: ['Block', 'Block'],
	block_of: ['Block {n} of {of}', 'Block {n} von {of}'],
	round_n: ['Round {n}', 'Runde {n}'],
	rounds: ['Rounds', 'Runden'],
	pause_rate: ['Paused', 'Innegehalten'],
	rate_line: ['In block {n}, {rate} of all moves were pauses, in {rounds} ' +
		'rounds.',
		'In Block {n} wurde in {rate} aller Züge innegehalten, in {rounds} ' +
		'Runden.'],
	rates_caption: ['Blocks so far', 'Die Blöcke bisher'],
	payoff_move: ['Points a move', 'Punkte je Zug'],
	races_reported: ['Races reported', 'Rasen, das gemeldet wurde'],
	pauses_reported: ['Pauses reported, wrongly',
		'Innehalten, das fälschlich gemeldet wurde'],
	so_many: ['{n} of {of}', '{n} von {of}'],
	alt_pauses: ['How often labs paused, by block; the table has the numbers',
		'Wie oft innegehalten wurde, je Block; die Tabelle hat die Zahlen'],
	alt_alarms: ['Which share of races and of pauses the signals reported, by ' +
		'block; the table has the numbers',
		'Welchen Anteil des Rasens und des Innehaltens die Signale ' +
		'meldeten, je Block; die Tabelle hat die Zahlen'],
	alt_payoffs: ['Points a move, by block; the table has the numbers',
		'Punkte je Zug, je Block; die Tabelle hat die Zahlen'],

	debrief_title: ['What happened', 'Was geschah'],
	debrief_closed: ['Your teacher has not opened this yet.',
		'Das ist noch nicht geöffnet.'],
	nothing_yet: ['No block is finished yet.', 'Noch ist kein Block fertig.'],
	print_help: ['This page prints.', 'Diese Seite lässt sich drucken.'],

	proof_title: ['One signature, and one forged letter',
		'Eine Unterschrift und ein gefälschter Brief'],
	proof_text: ['The text on the one side was signed in this class. On the ' +
		'other, one word was changed afterwards. Your browser checks ' +
		'both. Change a letter yourself, and check again.',
		'Der eine Text wurde in dieser Klasse unterschrieben. Im ' +
		'anderen wurde danach ein Wort geändert. Dein Browser prüft beide. ' +
		'Ändere selbst einen Buchstaben und prüf noch einmal.'],
	proof_own: ['Your browser has just made a key and signed the text on the ' +
		'one side. On the other, one word was changed afterwards. It checks ' +
		'both. Change a letter yourself, and check again.',
		'Dein Browser hat eben einen Schlüssel gemacht und den einen Text ' +
		'unterschrieben. Im anderen wurde danach ein Wort geändert. Er prüft ' +
		'beide. Ändere selbst einen Buchstaben und prüf noch einmal.'],
	proof_true: ['As it was signed', 'So wurde er unterschrieben'],
	proof_forged: ['Forged afterwards', 'Danach gefälscht'],
	proof_key: ['Public key', 'Öffentlicher Schlüssel'],
	proof_signature: ['Signature', 'Unterschrift'],
	proof_means: ['A signature proves who said something, and that it was not ' +
		'changed. It does not prove that the promise was kept: for that ' +
		'there are inspectors. Over plain HTTP the page itself could have ' +
		'been changed on its way.',
		'Eine Unterschrift beweist, wer etwas gesagt hat und dass es nicht ' +
		'verändert wurde. Sie beweist nicht, dass das Versprechen gehalten ' +
		'wurde: Dafür gibt es Inspektoren. Ohne Verschlüsselung könnte die ' +
		'Seite selbst unterwegs verändert worden sein.'],
	check_again: ['Check', 'Prüfen'],
	accepted: ['Accepted: the signature belongs to this text.',
		'Angenommen: Die Unterschrift gehört zu diesem Text.'],
	refused: ['Refused: the signature does not belong to this text.',
		'Abgelehnt: Die Unterschrift gehört nicht zu diesem Text.'],
	not_checked: ['Not checked: this browser cannot check signatures here.',
		'Nicht geprüft: Dieser Browser kann hier keine Unterschriften ' +
		'prüfen.'],

	check_title: ['Can phones get through?', 'Kommen die Handys durch?'],
	check_text: ['You see this page, so this device reaches the program. ' +
		'Open it on some more.',
		'Sie sehen diese Seite, also erreicht dieses Gerät das Programm. ' +
		'Öffnen Sie sie noch auf anderen.'],
	check_phones: ['Devices that are here now: {n}',
		'Geräte, die jetzt da sind: {n}'],
	check_reached: ['This device reaches the program.',
		'Dieses Gerät erreicht das Programm.'],
	check_live: ['It can get news at once.', 'Es kann Neues sofort bekommen.'],
	check_polls: ['It asks for news every few seconds.',
		'Es fragt alle paar Sekunden nach Neuem.'],
	check_signs: ['It can sign.', 'Es kann unterschreiben.'],
	check_no_signs: ['It cannot sign here. The lesson works without.',
		'Es kann hier nicht unterschreiben. Die Stunde geht auch ohne.'],
	check_cookies: ['It keeps cookies, so a seat survives a reload.',
		'Es behält Cookies, also übersteht ein Platz das Neuladen.'],
	check_no_cookies: ['It keeps no cookies. Allow them, or a seat is lost ' +
		'at each reload.',
		'Es behält keine Cookies. Erlauben Sie sie, sonst ist der Platz ' +
		'nach jedem Neuladen weg.'],
	check_help: ['If a phone does not get through',
		'Wenn ein Handy nicht durchkommt'],
	check_same: ['Phone and laptop must be in the same Wi-Fi.',
		'Handy und Laptop müssen im selben WLAN sein.'],
	check_guest: ['A guest Wi-Fi often keeps devices apart. Then take ' +
		'another one.',
		'Ein Gäste-WLAN trennt Geräte oft voneinander. Nehmen Sie dann ein ' +
		'anderes.'],
	check_hotspot: ['If there is none, open a hotspot on the laptop or on a ' +
		'phone. No internet is needed.',
		'Gibt es keines, öffnen Sie einen Hotspot auf dem Laptop oder einem ' +
		'Handy. Internet braucht es nicht.'],
	check_data: ['Turn off mobile data on a phone that leaves the Wi-Fi by ' +
		'itself.',
		'Schalten Sie mobile Daten aus, wenn ein Handy das WLAN von selbst ' +
		'verlässt.'],
};
