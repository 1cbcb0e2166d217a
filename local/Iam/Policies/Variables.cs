namespace SesCompliance.Local.Iam.Policies;

/// <summary>Policy variables (<c>${aws:username}</c>), which nothing here needs.</summary>
internal static class Variables
{
    /// <exception cref="PolicySyntaxException">The text has one.</exception>
    public static void Refuse(string text, string place)
    {
        if (text.Contains("${", StringComparison.Ordinal))
        {
            throw new PolicySyntaxException($"{place} '{text}': policy variables are not supported here");
        }
    }
}
