package io.entrasync.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.entrasync.model.PlanItem;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A plan as CSV (RFC 4180, UTF-8, with a header), read while it is sent, a page at a time. No cell is a formula to a
 * spreadsheet: what would begin one gets an apostrophe in front.
 */
public final class ItemsCsv implements Enumeration<InputStream> {
    private static final String FORMULA = "=+-@\t\r";
    private static final CsvSchema COLUMNS = Stream.of(
                    "id",
                    "category",
                    "objectType",
                    "entraId",
                    "address",
                    "displayName",
                    "changes",
                    "membersAdded",
                    "membersRemoved",
                    "reason",
                    "evidence",
                    "mailFlowAfter",
                    "warnings",
                    "selected",
                    "outcome",
                    "error")
            .reduce(CsvSchema.builder(), CsvSchema.Builder::addColumn, (left, right) -> left)
            .build()
            .withLineSeparator("\r\n");
    private static final ObjectWriter ROWS = new CsvMapper()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .writerFor(String[][].class)
            .with(COLUMNS);

    private final Pages pages;
    private boolean begun;
    private long last;
    private List<PlanItem> next = List.of();

    /** Hands out items in the order of their ids. */
    public interface Pages {
        /** The next page behind this id; empty behind the last item. */
        List<PlanItem> after(long id);
    }

    private ItemsCsv(Pages pages) {
        this.pages = pages;
    }

    /** The CSV, read from the pages while it is read itself. */
    public static InputStream of(Pages pages) {
        return new SequenceInputStream(new ItemsCsv(pages));
    }

    @Override
    public boolean hasMoreElements() {
        if (next.isEmpty()) {
            next = pages.after(last);
        }
        return !begun || !next.isEmpty();
    }

    @Override
    public InputStream nextElement() {
        hasMoreElements();
        String[][] rows = next.stream().map(ItemsCsv::row).toArray(String[][]::new);
        try {
            String header = begun ? "" : String.join(",", COLUMNS.getColumnNames()) + "\r\n";
            String text = header + (rows.length == 0 ? "" : ROWS.writeValueAsString(rows));
            begun = true;
            last = next.isEmpty()
                    ? last
                    : Long.parseLong(next.get(next.size() - 1).id());
            next = List.of();
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] row(PlanItem item) {
        return Stream.of(
                        item.id(),
                        item.category(),
                        item.objectType(),
                        item.entraId(),
                        item.address(),
                        item.displayName(),
                        changes(item),
                        item.members().added(),
                        item.members().removed(),
                        item.reason(),
                        item.evidence(),
                        item.mailFlowAfter(),
                        warnings(item),
                        item.selected(),
                        item.outcome(),
                        item.error())
                .map(ItemsCsv::cell)
                .toArray(String[]::new);
    }

    private static String cell(@Nullable Object value) {
        String text = Objects.toString(value, "");
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String changes(PlanItem item) {
        return item.changes().stream()
                .map(change -> "%s: %s → %s"
                        .formatted(
                                change.attribute(),
                                Objects.toString(change.before(), ""),
                                Objects.toString(change.after(), "")))
                .collect(Collectors.joining("; "));
    }

    private static String warnings(PlanItem item) {
        return item.warnings().stream()
                .map(warning -> warning.code() + ": " + warning.detail())
                .collect(Collectors.joining("; "));
    }
}
