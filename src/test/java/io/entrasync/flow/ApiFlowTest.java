package io.entrasync.flow;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** An operator's way through the API under Boot. */
class ApiFlowTest extends ApiFlow {
    private static ApiService service;

    ApiFlowTest() {
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
