package io.entrasync.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What explain rehearses are the steps of the plan, in its order. */
class RehearsalStepsTest {
    /** They look at more than one object and those who share addresses with it, or change no category. */
    private static final Set<String> LEFT_OUT = Set.of(
            "withheld-count",
            "withheld-drop",
            "hold-limits",
            "hold-domains",
            "hold-carried",
            "held-since",
            "reused-count");

    @Test
    void theStepsAreThoseOfTheRoute() throws Exception {
        String route = Files.readString(Path.of("routes/plan.camel.xml"));
        // the routes stand in the file in another order than they are called
        List<String> planned = new ArrayList<>();
        for (String id : List.of("plan-objects", "plan-addresses", "plan-guard", "plan-same", "plan-finish")) {
            int from = route.indexOf("<route id=\"" + id + "\"");
            Matcher step = Pattern.compile("step\\(\\$\\{body}, '([a-z-]+)'\\)")
                    .matcher(route.substring(from, route.indexOf("</route>", from)));
            while (step.find()) {
                planned.add(step.group(1));
            }
        }
        planned.removeIf(step -> LEFT_OUT.contains(step) || step.startsWith("member-"));
        List<String> rehearsed = new ArrayList<>(Rehearsal.OBJECTS);
        rehearsed.addAll(Rehearsal.ADDRESSES);
        rehearsed.addAll(Rehearsal.FINISH);
        assertThat(rehearsed).isEqualTo(planned);
    }
}
