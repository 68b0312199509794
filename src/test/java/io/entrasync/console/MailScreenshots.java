package io.entrasync.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.entrasync.mail.Letters;
import io.entrasync.model.ObjectType;
import io.entrasync.model.PlanItem.Category;
import io.entrasync.model.Problem.UnregisteredDomain;
import io.entrasync.model.ProblemCode;
import io.entrasync.model.Run;
import io.entrasync.settings.Settings;
import io.entrasync.summary.AlertKind;
import io.entrasync.summary.Notice;
import io.entrasync.summary.Summary;
import io.entrasync.summary.Summary.Entry;
import io.entrasync.summary.Verdict;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Takes pictures of the mails for the documentation; {@code docs/screenshots.sh} runs it. */
class MailScreenshots {
    private static final Instant NOW = Instant.parse("2026-11-24T06:00:00Z");

    private final Path folder =
            Path.of(System.getProperty("screenshots", "target/screenshots")).resolve("mail");

    private final Map<String, String> configured = Map.of(
            "entra.primary-domain", "example.com",
            "tech-contact", "contact@example.com",
            "console.public-url", "https://sync.example.com");

    @Test
    void take() throws Exception {
        Letters letters = new Letters(() -> Settings.read(configured::get));
        Map<String, String> pages = Map.of(
                "ordinary", letters.summary(ordinary()).html(),
                "unchanged", letters.summary(unchanged()).html(),
                "failing", letters.summary(failing()).html(),
                "held", letters.summary(held()).html(),
                "alert", letters.alert(List.of(secret())).html());
        try (Chromium chromium = Chromium.start()) {
            pictures(chromium, pages, "light", size(760));
            pictures(chromium, pages, "dark", size(760).setColorScheme(ColorScheme.DARK));
            pictures(chromium, pages, "phone", size(360).setDeviceScaleFactor(2).setIsMobile(true));
        }
    }

    private static Browser.NewContextOptions size(int width) {
        return new Browser.NewContextOptions().setViewportSize(width, 600);
    }

    private void pictures(
            Chromium chromium, Map<String, String> pages, String name, Browser.NewContextOptions options) {
        try (BrowserContext context = chromium.context(options)) {
            pages.forEach((page, html) -> {
                Page shown = context.newPage();
                shown.setContent(html);
                shown.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(folder.resolve(page + "-" + name + ".png")));
            });
        }
    }

    private static Summary ordinary() {
        List<Entry> added = List.of(
                entry(Category.ADD, "Björk Guðmundsdóttir", "bjork.gudmundsdottir@example.com", null),
                entry(Category.ADD, "Nguyễn Thị Hà", "nguyen.thi.ha@example.com", null),
                group(Category.ADD, "Quality assurance", "quality@example.com"));
        List<Entry> updated = List.of(entry(Category.UPDATE, "Zoë Çelik", "zoe.celik@example.com", null));
        List<Entry> disabled =
                List.of(entry(Category.DISABLE, "Omar Haddad", "omar.haddad@example.com", "SIGN_IN_DISABLED"));
        return summary(
                Verdict.OK,
                "All is well, with 5 changes",
                List.of(run("41", Run.Status.SUCCEEDED, 5, null), run("40", Run.Status.NO_CHANGE, 0, null)),
                Map.of(Category.ADD, added, Category.UPDATE, updated, Category.DISABLE, disabled),
                List.of(),
                List.of(),
                List.of());
    }

    private static Summary unchanged() {
        return summary(
                Verdict.NO_CHANGE,
                "All is well, and nothing has changed",
                List.of(run("43", Run.Status.NO_CHANGE, 0, null), run("42", Run.Status.NO_CHANGE, 0, null)),
                Map.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Summary failing() {
        Notice stale = new Notice(
                "STALE",
                AlertKind.STALE.title(),
                "It has been so since 2026-11-23T18:00:00Z.",
                AlertKind.STALE.remedy(),
                null);
        return summary(
                Verdict.FAILED,
                "The last sync failed: The client secret has expired",
                List.of(
                        run("47", Run.Status.FAILED, 0, ProblemCode.SECRET_EXPIRED),
                        run("46", Run.Status.FAILED, 0, ProblemCode.SECRET_EXPIRED)),
                Map.of(),
                List.of(),
                List.of(),
                List.of(secret(), stale));
    }

    private static Summary held() {
        List<Entry> held = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            held.add(entry(Category.DELETE, "Former Employee " + i, "former.employee" + i + "@example.com", null));
        }
        Notice waits = new Notice(
                "HELD", AlertKind.HELD.title(), "112 changes of users wait in run 51.", AlertKind.HELD.remedy(), "51");
        return summary(
                Verdict.ATTENTION,
                "112 changes wait for approval, and 1 more",
                List.of(run("51", Run.Status.HELD, 3, null)),
                Map.of(
                        Category.ADD,
                        List.of(entry(Category.ADD, "Łukasz Wiśniewski", "lukasz.wisniewski@example.com", null))),
                held,
                List.of(
                        new UnregisteredDomain("acquired.example", 14, 2, 3),
                        new UnregisteredDomain("old.example", 0, 0, 6)),
                List.of(waits));
    }

    private static Notice secret() {
        return new Notice(
                "SECRET_EXPIRED",
                ProblemCode.SECRET_EXPIRED.title(),
                "AADSTS7000222: The provided client secret keys are expired.",
                ProblemCode.SECRET_EXPIRED.remedy(),
                "47");
    }

    private static Summary summary(
            Verdict verdict,
            String headline,
            List<Summary.RunLine> runs,
            Map<Category, List<Entry>> changes,
            List<Entry> held,
            List<UnregisteredDomain> domains,
            List<Notice> warnings) {
        Map<Category, Map<String, Integer>> counts = new TreeMap<>();
        changes.forEach((category, entries) -> counts.put(
                category,
                Map.of("users", count(entries, ObjectType.USER), "groups", count(entries, ObjectType.GROUP))));
        return new Summary(
                LocalDate.parse("2026-11-24"),
                NOW.minusSeconds(86_400),
                NOW,
                "Europe/Vienna",
                verdict,
                headline,
                NOW.minusSeconds(verdict == Verdict.FAILED ? 130_000 : 1_800),
                runs,
                changes,
                counts,
                held,
                List.of(),
                List.of(),
                Map.of("GUEST", 12, "NO_PROXY_ADDRESS", 4),
                domains,
                verdict == Verdict.OK
                        ? List.of(new Summary.NoMail("reception@example.com", "Reception", "SIGN_IN_DISABLED", true))
                        : List.of(),
                warnings,
                verdict == Verdict.OK
                        ? List.of(new Summary.Person("7", "mina.okafor@example.com", "Mina Okafor"))
                        : List.of(),
                verdict == Verdict.OK
                        ? List.of(new Summary.ChangedSetting(
                                NOW.minusSeconds(7_200), "operator", "safeguard.max-removals", "100 → 50"))
                        : List.of(),
                Map.of("runs", runs.size(), "held", held.isEmpty() ? 0 : 112, "blocked", 0, "failed", 0),
                NOW.plusSeconds(19_800));
    }

    private static int count(List<Entry> entries, ObjectType type) {
        return (int)
                entries.stream().filter(entry -> entry.objectType() == type).count();
    }

    private static Summary.RunLine run(String id, Run.Status status, int applied, @Nullable ProblemCode problem) {
        Instant started = NOW.minusSeconds(3_600L * (60 - Integer.parseInt(id)));
        return new Summary.RunLine(
                id,
                Run.Trigger.SCHEDULED,
                status,
                started,
                started.plusSeconds(40),
                applied,
                0,
                0,
                problem == null ? null : problem.name(),
                problem == null ? null : problem.title());
    }

    private static Entry entry(Category category, String name, String address, @Nullable String reason) {
        return new Entry("41", "1", category, ObjectType.USER, "id", address, name, reason);
    }

    private static Entry group(Category category, String name, String address) {
        return new Entry("41", "2", category, ObjectType.GROUP, "id", address, name, null);
    }
}
