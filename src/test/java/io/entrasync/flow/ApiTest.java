package io.entrasync.flow;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The API under Boot. */
class ApiTest extends ApiAcceptance {
    private static ApiService service;

    ApiTest() {
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
