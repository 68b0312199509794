package io.entrasync.demo;

/** What kind of directory object a group member is. */
public enum MemberType {
    USER("#microsoft.graph.user"),
    GROUP("#microsoft.graph.group"),
    DEVICE("#microsoft.graph.device"),
    ORG_CONTACT("#microsoft.graph.orgContact");

    private final String odataType;

    MemberType(String odataType) {
        this.odataType = odataType;
    }

    /** The value of {@code @odata.type} by which Graph tells members apart. */
    public String odataType() {
        return odataType;
    }
}
