package io.entrasync.flow;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The API's refusals under Boot. */
class ApiSweepTest extends ApiSweep {
    private static ApiService service;

    ApiSweepTest() throws Exception {
        super(service);
    }

    @BeforeAll
    static void start() {
        service = new ApiService(TestDatabase.HSQLDB);
    }

    @AfterAll
    static void stop() {
        service.close();
    }
}
