package io.entrasync.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrasync.settings.Settings;
import io.entrasync.summary.AlertKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder replaces templates by name. */
class TemplatesTest {
    @TempDir
    Path folder;

    @Test
    void aFileInTheFolderReplacesTheTemplateOfItsNameAndNoOther() throws Exception {
        Files.writeString(folder.resolve("alert.txt"), "Grüß Gott: {{headline}}");
        Draft draft = letters(folder.toString()).recovery(List.of(AlertKind.STALE));
        assertThat(draft.text()).isEqualTo("Grüß Gott: Recovered: " + AlertKind.STALE.title());
        assertThat(draft.html()).startsWith("<!DOCTYPE html>");
    }

    @Test
    void aTemplateThatIsNotWellFormedIsNamed() throws Exception {
        Files.writeString(folder.resolve("summary.html"), "{{#sections}} and no end");
        assertThatThrownBy(() -> letters(folder.toString()))
                .hasMessageContaining("summary.html")
                .hasMessageContaining("entrasync.mail.templates");
    }

    @Test
    void aFolderThatIsNoneIsNamed() {
        assertThatThrownBy(() -> letters(folder.resolve("nowhere").toString()))
                .hasMessageContaining("entrasync.mail.templates")
                .hasMessageContaining("nowhere");
    }

    private static Letters letters(String templates) {
        Settings settings = Settings.read(Map.of("mail.templates", templates)::get);
        return new Letters(() -> settings);
    }
}
