package io.entrasync.mail;

import java.util.List;

/**
 * What the templates of alerts show.
 *
 * @param tone {@code ok} or {@code attention}
 * @param why why somebody gets this
 */
record AlertPage(
        String tenant,
        String symbol,
        String tone,
        String headline,
        List<SummaryPage.Box> boxes,
        String why,
        String console) {

    String toneStyle() {
        return Tone.style(tone);
    }
}
