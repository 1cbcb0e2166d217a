using SesCompliance.Lambdas.Addresses;

namespace SesCompliance.Tests.Lambdas.Addresses;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("user@example.com", "user@example.com")]
    [InlineData("  User@Example.COM ", "user@example.com")]
    [InlineData("Jane <jane@example.com>", "jane@example.com")]
    [InlineData("<jane@example.com>", "jane@example.com")]
    [InlineData("\"Doe, Jane\" <Jane@Example.com>", "jane@example.com")]
    [InlineData("\"Jane <j@x.org>\" <jane@example.com>", "jane@example.com")]
    [InlineData("\"Say \\\"hi\\\"\" <jane@example.com>", "jane@example.com")]
    [InlineData("J\u00fcrgen M\u00fcller <jm@example.com>", "jm@example.com")]
    public void Case_blanks_and_display_name_come_off(string text, string expected) => Assert.Equal(expected, EmailAddress.Parse(text).Value);

    [Theory]
    [InlineData("user+tag@example.com")]
    [InlineData("u.s.e.r@gmail.com")]
    [InlineData("bounce+label@simulator.amazonses.com")]
    [InlineData("o'hara_{x}!#$%&*/=?^`|~-@example.com")]
    public void Tags_dots_and_odd_but_legal_characters_stay(string text) => Assert.Equal(text, EmailAddress.Parse(text).Value);

    [Theory]
    [InlineData("user@b\u00fccher.example", "user@xn--bcher-kva.example")]
    [InlineData("user@B\u00dcCHER.example", "user@xn--bcher-kva.example")]
    [InlineData("user@fa\u00df.de", "user@xn--fa-hia.de")]
    [InlineData("user@\u4f8b\u3048\u3002\u30c6\u30b9\u30c8", "user@xn--r8jz45g.xn--zckzah")]
    [InlineData("user@xn--bcher-kva.example", "user@xn--bcher-kva.example")]
    [InlineData("user@\u043f\u0440\u0438\u043c\u0435\u0440.\u0438\u0441\u043f\u044b\u0442\u0430\u043d\u0438\u0435", "user@xn--e1afmkfd.xn--80akhbyknj4f")]
    public void Domains_of_other_scripts_become_punycode(string text, string expected) => Assert.Equal(expected, EmailAddress.Parse(text).Value);

    [Theory]
    [InlineData("\"user\"@example.com", "user@example.com")]
    [InlineData("\"us\\er\"@example.com", "user@example.com")]
    [InlineData("\"John Doe\"@example.com", "\"john doe\"@example.com")]
    [InlineData("\"a@b\"@example.com", "\"a@b\"@example.com")]
    [InlineData("\"a\\\"b\"@example.com", "\"a\\\"b\"@example.com")]
    public void Quotes_stay_only_where_they_are_needed(string text, string expected) => Assert.Equal(expected, EmailAddress.Parse(text).Value);

    [Theory]
    [InlineData("", "with an @")]
    [InlineData("user", "with an @")]
    [InlineData("@example.com", "1 to 64 octets before the @")]
    [InlineData("user@", "dot after the @")]
    [InlineData("user@localhost", "dot after the @")]
    [InlineData("a@b.com, c@d.com", "more than one @")]
    [InlineData("a@b.com;c@d.com", "more than one @")]
    [InlineData("a@b@c.com", "more than one @")]
    [InlineData("a@b.com, <c@d.com>", "alone or as Name <address>")]
    [InlineData("a@b.com <c@d.com>", "alone or as Name <address>")]
    [InlineData("<a@b.com> <c@d.com>", "alone or as Name <address>")]
    [InlineData("a@b.com>", "alone or as Name <address>")]
    [InlineData("user@example.com\r\nBcc: x@y.z", "control characters")]
    [InlineData("user@example.com\n", "control characters")]
    [InlineData("us\u0000er@example.com", "control characters")]
    [InlineData("\u00fcser@example.com", "SMTPUTF8")]
    [InlineData("us er@example.com", "plain or a quoted name")]
    [InlineData(".user@example.com", "plain or a quoted name")]
    [InlineData("user.@example.com", "plain or a quoted name")]
    [InlineData("us..er@example.com", "plain or a quoted name")]
    [InlineData("us,er@example.com", "plain or a quoted name")]
    [InlineData("user(comment)@example.com", "plain or a quoted name")]
    [InlineData("\"us\"er\"@example.com", "plain or a quoted name")]
    [InlineData("user@exa mple.com", "labels of 1 to 63")]
    [InlineData("user@-example.com", "labels of 1 to 63")]
    [InlineData("user@example-.com", "labels of 1 to 63")]
    [InlineData("user@example..com", "labels of 1 to 63")]
    [InlineData("user@example.com.", "labels of 1 to 63")]
    [InlineData("user@exa_mple.com", "labels of 1 to 63")]
    [InlineData("user@[192.0.2.1]", "labels of 1 to 63")]
    [InlineData("user@192.0.2.1", "not an IP address")]
    [InlineData("user@bu\u0308cher.example", "composed form")]
    [InlineData("user@\uff45xample.com", "composed form")]
    [InlineData("user@ex\u200bample.com", "composed form")]
    public void What_is_no_single_address_is_refused_with_the_rule(string text, string rule)
    {
        Assert.False(EmailAddress.TryParse(text, out var address, out var problem));
        Assert.Null(address);
        Assert.Contains(rule, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(64, 100, true)]
    [InlineData(65, 100, false)]
    [InlineData(64, 189, true)]
    [InlineData(64, 190, false)]
    public void Lengths_are_limited_to_64_before_the_at_and_254_in_all(int local, int domain, bool valid)
    {
        var labels = new string([.. Enumerable.Range(0, domain).Select(i => i % 50 == 49 && i != domain - 1 ? '.' : 'a')]);
        Assert.Equal(valid, EmailAddress.TryParse(new string('a', local) + "@" + labels, out _, out _));
    }

    [Fact]
    public void Problems_never_repeat_the_address()
    {
        string[] texts = ["secret@", "secret secret@example.com", "secret@exa_mple.com", "a@secret@example.com", "s\u00e9cret@example.com"];
        Assert.All(texts, text =>
        {
            Assert.False(EmailAddress.TryParse(text, out _, out var problem));
            Assert.DoesNotContain("cret", problem, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Normalizing_twice_changes_nothing()
    {
        string[] texts = ["User@Example.com", "\"John Doe\"@B\u00fccher.de", "\"x\" <\"a\\\"b\"@example.com>"];
        Assert.All(texts, text => Assert.Equal(EmailAddress.Parse(text), EmailAddress.Parse(EmailAddress.Parse(text).Value)));
    }

    [Fact]
    public void The_hash_is_of_the_normalized_address()
    {
        Assert.Equal(EmailAddress.Parse("user@example.com").Hash, EmailAddress.Parse("Name <USER@example.com>").Hash);
        Assert.Matches("^[0-9a-f]{16}$", EmailAddress.Parse("user@example.com").Hash);
    }

    [Fact]
    public void A_huge_text_is_refused_quickly() =>
        Assert.False(EmailAddress.TryParse("user@" + new string('\u00fc', 200_000) + ".com", out _, out _));
}
