package io.entrasync.runtime.karaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrasync.flow.ApiClient;
import org.junit.jupiter.api.Test;

class BasicUserTest {
    @Test
    void nameAndPasswordAreReadAsUtf8AndSplitAtTheFirstColon() {
        assertThat(BasicUser.parse(ApiClient.basic("jörg:pass:wörd")))
                .contains(new BasicUser.Credentials("jörg", "pass:wörd"));
        assertThat(BasicUser.parse("bAsIc " + ApiClient.basic("a:b").substring(6)))
                .contains(new BasicUser.Credentials("a", "b"));
        assertThat(new BasicUser().name(ApiClient.basic("operator:x"))).isEqualTo("operator");
    }

    @Test
    void whatIsNoLoginIsNobody() {
        for (String header : new String[] {null, "", "Basic", "Basic !!", "Bearer abc", ApiClient.basic("nocolon")}) {
            assertThat(BasicUser.parse(header)).as(header).isEmpty();
        }
        assertThatThrownBy(() -> new BasicUser().name(null)).isInstanceOf(IllegalStateException.class);
    }
}
