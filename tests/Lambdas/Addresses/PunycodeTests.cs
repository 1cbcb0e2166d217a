using SesCompliance.Lambdas.Addresses;

namespace SesCompliance.Tests.Lambdas.Addresses;

public sealed class PunycodeTests
{
    // RFC 3492 section 7.1, those samples that are lower case.
    [Theory]
    [InlineData("\u0644\u064a\u0647\u0645\u0627\u0628\u062a\u0643\u0644\u0645\u0648\u0634\u0639\u0631\u0628\u064a\u061f", "egbpdaj6bu4bxfgehfvwxn")]
    [InlineData("\u4ed6\u4eec\u4e3a\u4ec0\u4e48\u4e0d\u8bf4\u4e2d\u6587", "ihqwcrb4cv8a8dqg056pqjye")]
    [InlineData("\u05dc\u05de\u05d4\u05d4\u05dd\u05e4\u05e9\u05d5\u05d8\u05dc\u05d0\u05de\u05d3\u05d1\u05e8\u05d9\u05dd\u05e2\u05d1\u05e8\u05d9\u05ea", "4dbcagdahymbxekheh6e0a7fei0b")]
    [InlineData("3\u5e74b\u7d44\u91d1\u516b\u5148\u751f", "3b-ww4c5e180e575a65lsy2b")]
    [InlineData("\u305d\u306e\u30b9\u30d4\u30fc\u30c9\u3067", "d9juau41awczczp")]
    [InlineData("\ud83d\ude00", "e28h")]
    public void Rfc_samples_encode_as_the_rfc_says(string label, string expected) => Assert.Equal(expected, Punycode.Encode(label));
}
