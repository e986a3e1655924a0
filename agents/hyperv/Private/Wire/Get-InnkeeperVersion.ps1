function Get-InnkeeperVersion {
    <#
    .SYNOPSIS
        The version of this module, as its manifest says. Known only after the module is loaded: asked, never kept.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param ()
    $MyInvocation.MyCommand.Module.Version.ToString()
}
