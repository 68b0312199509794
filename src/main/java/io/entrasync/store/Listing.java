package io.entrasync.store;

import io.entrasync.model.Page;
import io.entrasync.model.PageRequest;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * Reads a list page by page.
 *
 * @param sql name of the statement that selects the whole list; the text that is searched for is its {@code :pattern}
 * @param order the columns that it is ordered by, so that no entry is on two pages
 */
record Listing(String sql, String order) {
    <T> Page<T> read(Handle handle, Map<String, ?> values, PageRequest wanted, RowMapper<T> mapper) {
        String all = Sql.text(sql);
        List<T> items = handle.createQuery(all + "\norder by " + order + "\nlimit :limit offset :offset")
                .bindMap(values)
                .bind("pattern", pattern(wanted.text()))
                .bind("limit", wanted.size())
                .bind("offset", wanted.offset())
                .map(mapper)
                .list();
        long total = handle.createQuery("select count(*) from (" + all + ") l")
                .bindMap(values)
                .bind("pattern", pattern(wanted.text()))
                .mapTo(Long.class)
                .one();
        return new Page<>(items, wanted.page(), wanted.size(), total);
    }

    /** The pattern for {@code like … escape '!'} that finds the text anywhere. */
    static String pattern(String text) {
        return text.isEmpty() ? "%" : "%" + text.replaceAll("([!%_])", "!$1") + "%";
    }
}
