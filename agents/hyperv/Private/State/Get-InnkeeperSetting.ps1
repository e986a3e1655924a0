function Get-InnkeeperSetting {
    <#
    .SYNOPSIS
        Returns the settings from the installation: server, proxy, limits. Null if the agent is not installed here.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param ([Parameter(Mandatory)] [hashtable] $Path)
    $read = Read-InnkeeperJsonFile $Path.settings
    if ($null -eq $read) {
        # For a file in a folder without access, Windows reports that it does not exist: listing the folder distinguishes the two cases.
        try { if ([System.IO.Directory]::Exists($Path.root)) { [void] [System.IO.Directory]::GetFiles($Path.root) } }
        catch { throw "This account cannot read $($Path.root): start Windows PowerShell with ""Run as administrator"". ($(Get-InnkeeperErrorText $_))" }
        return $null
    }
    $setting = New-InnkeeperSetting
    foreach ($entry in $read.GetEnumerator()) { $setting[$entry.Key] = $entry.Value }
    $setting
}
