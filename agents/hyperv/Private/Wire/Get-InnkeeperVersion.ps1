function Get-InnkeeperVersion {
    <#
    .SYNOPSIS
        Returns the version of this module from its manifest. Known only after the module is loaded, so it is read at every call.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param ()
    $MyInvocation.MyCommand.Module.Version.ToString()
}
