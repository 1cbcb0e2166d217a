namespace Amazon.SimpleEmailV2.Model;

/// <summary>A message's text, HTML or both.</summary>
public partial class Body
{
    public Content Text { get; set; }

    public Content Html { get; set; }
}
