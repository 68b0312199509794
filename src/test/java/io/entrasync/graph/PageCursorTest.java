package io.entrasync.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrasync.model.ProblemException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageCursorTest {
    private static final String BASE = "https://graph.example/v1.0";

    private final PageCursor cursor = PageCursor.start(URI.create(BASE), "/users?$top=5");

    @Test
    void aLinkIsFollowedAsItStandsUntilThereIsNone() {
        assertThat(cursor.getLink()).isEqualTo(BASE + "/users?$top=5");
        cursor.advance(page(BASE + "/users?$skiptoken=a%2Bb"));
        assertThat(cursor.getLink()).isEqualTo(BASE + "/users?$skiptoken=a%2Bb");
        assertThat(cursor.getPage()).isEqualTo(2);
        cursor.advance(page(null));
        assertThat(cursor.isMore()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/v1.0/users",
                "http://graph.example/v1.0/users",
                "https://graph.example:8443/v1.0/users",
                "https://graph.example@evil.example/",
                "https://u@graph.example/v1.0",
                "/users?x",
                "not a link"
            })
    void aLinkToAnotherHostIsNotFollowed(String link) {
        assertThatThrownBy(() -> cursor.advance(page(link)))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("READ_INCOMPLETE");
    }

    @Test
    void pagesThatGoRoundAreNoticed() {
        cursor.advance(page(BASE + "/2"));
        cursor.advance(page(BASE + "/3"));
        assertThatThrownBy(() -> cursor.advance(page(BASE + "/2"))).hasMessageContaining("loop");
    }

    @Test
    void aPageThatARepeatBroughtIsAskedForOnceMore() {
        assertThat(cursor.mustAskAgain(page(BASE + "/2"), 1)).isFalse();
        assertThat(cursor.mustAskAgain(page(null), 3)).isFalse();
        assertThat(cursor.mustAskAgain(page(BASE + "/2"), 2)).isTrue();
        assertThat(cursor.mustAskAgain(page(BASE + "/2"), 2)).isFalse();
    }

    @Test
    void aLostTokenMeansTheFirstPageThreeTimes() {
        for (int i = 0; i < 3; i++) {
            cursor.advance(page(BASE + "/2"));
            cursor.restart();
            assertThat(cursor.getPage()).isOne();
        }
        assertThatThrownBy(cursor::restart).hasMessageContaining("again and again");
    }

    private static GraphPage.Users page(String next) {
        return new GraphPage.Users(List.of(), next);
    }
}
