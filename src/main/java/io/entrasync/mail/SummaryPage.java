package io.entrasync.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What templates show: all of it is text, and every number is computed.
 *
 * @param tone {@code ok}, {@code attention} or {@code failed}
 * @param facts what stands beside the verdict
 * @param boxes what somebody has to know or do
 * @param numbers what was applied, by category
 * @param sections lists, those without entries left out
 */
record SummaryPage(
        String tenant,
        String date,
        String verdict,
        String symbol,
        String tone,
        String headline,
        List<Fact> facts,
        List<Box> boxes,
        List<Figure> numbers,
        List<Section> sections,
        String console) {

    String toneStyle() {
        return Tone.style(tone);
    }

    record Fact(String label, String value) {}

    /** @param link where more can be read; null for nowhere */
    record Box(
            String code,
            String title,
            String detail,
            String remedy,
            @Nullable String link) {}

    record Figure(String label, int users, int groups) {}

    /**
     * A list.
     *
     * @param more how many entries are not shown, in words; null if all are
     * @param link where all of it can be read; null for nowhere
     */
    record Section(
            String title,
            @Nullable String note,
            List<Row> rows,
            @Nullable String more,
            @Nullable String link) {}

    record Row(String name, String address, String detail) {
        /** All of it in one line, for plain text. */
        String line() {
            String who = name.isEmpty() || address.isEmpty() ? name + address : name + " <" + address + ">";
            return detail.isEmpty() ? who : who + ": " + detail;
        }
    }
}
