using SesCompliance.Lambdas.Addresses;

namespace SesCompliance.Tests.Lambdas.Addresses;

public sealed class AddressMaskTests
{
    [Theory]
    [InlineData("Email address is not verified. The following identities failed the check in region EU-WEST-1: user@example.com", "user@example.com")]
    [InlineData("smtp; 550 5.1.1 <user@example.com>... User unknown", "user@example.com")]
    [InlineData("for \"john doe\"@example.com.", "john doe")]
    [InlineData("a@b.com,c@d.com", "c@d.com")]
    [InlineData("x=u+s@b\u00fccher.de!", "u+s@b")]
    public void No_address_remains_in_a_text(string text, string address)
    {
        var masked = AddressMask.Apply(text);
        Assert.DoesNotContain(address, masked, StringComparison.Ordinal);
        Assert.Contains("<address>", masked, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_without_addresses_stays() =>
        Assert.Equal("Maximum sending rate exceeded.", AddressMask.Apply("Maximum sending rate exceeded."));
}
