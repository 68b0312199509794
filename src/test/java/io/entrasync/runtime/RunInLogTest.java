package io.entrasync.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class RunInLogTest {
    private final List<String> seen = new CopyOnWriteArrayList<>();

    /** Notes what a log line would say here. */
    public final class Line {
        public void write() {
            seen.add(Thread.currentThread().getName().startsWith("Camel") + " " + MDC.get("runId"));
        }
    }

    @AfterEach
    void clean() {
        MDC.clear();
    }

    @Test
    void everyThreadOfTheRunNamesItAndNoOther() throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.addRoutePolicyFactory(new RunInLog());
            camel.getRegistry().bind("line", new Line());
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:run").setProperty("runId").constant(7).to("direct:work");
                    from("direct:work")
                            .split(body())
                            .parallelProcessing()
                            .to("direct:part")
                            .end()
                            .to("direct:other");
                    from("direct:part").bean("line", "write");
                    from("direct:other").bean("line", "write");
                }
            });
            camel.start();
            MDC.put("runId", "an older one");
            camel.createProducerTemplate().sendBody("direct:run", List.of(1, 2, 3));
            camel.createProducerTemplate().sendBody("direct:other", "nobody's");

            assertThat(seen.subList(0, 3)).containsOnly("true 7");
            assertThat(seen.get(3)).endsWith(" 7");
            assertThat(seen.get(4)).isEqualTo("false null");
            assertThat(MDC.get("runId")).isNull();
        }
    }
}
