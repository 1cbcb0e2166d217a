using System.Text.RegularExpressions;

namespace SesCompliance.Lambdas.Addresses;

/// <summary>Takes addresses out of texts that others wrote, such as SES's error messages and bounce diagnostics.</summary>
public static partial class AddressMask
{
    public static string Apply(string text) => Address().Replace(text, "<address>");

    // Whatever hangs together around an @: too much masked is harmless, too little is not.
    [GeneratedRegex("""("[^"\r\n]{1,128}"|[^\s<>",;:()\[\]]+)@[^\s<>",;:()\[\]]+""", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
